package import Diagnostics
package import FigureValidator
import JSONCore

/// Arrays that hold a part of each point differ in length.
package enum LengthMismatch: TraceRule {
  package static let metadata = RuleMetadata(
    id: .lengthMismatch, name: "length-mismatch", severity: .warning, since: "0.1.0",
    summary: "arrays that belong together differ in length",
    rationale: """
      plotly.js takes as many points as the shortest of the arrays has and drops the rest of the others without a word.  \
      Typed arrays are seen through. An empty array is no mismatch, and neither is one that is not there.
      """,
    wrong: #"{"data": [{"x": [1, 2, 3], "y": [4, 5]}]}"#,
    right: #"{"data": [{"x": [1, 2, 3], "y": [4, 5, 6]}]}"#,
    remedy: "make the arrays of the same length; null stands for a value that is missing")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    let bases = PointArrays.bases(of: trace.type)
    guard bases.count > 1 else { return }
    var first: (index: Int, count: Int)?
    for name in bases {
      guard let index = trace[name], let survey = trace.array(name), let count = length(survey) else { continue }
      guard let known = first else {
        first = (index, count)
        continue
      }
      guard count != known.count else { continue }
      let figure = trace.figure
      figure.report(
        .lengthMismatch, member: index,
        FactDetail(0, (count, known.count), other: figure.facts.keyRange(of: known.index)),
        to: &problems)
      return
    }
  }

  /// How many points an array is for; nil for none, and for what is no plain array.
  static func length(_ survey: ArraySurvey) -> Int? {
    guard survey.count > 0 else { return nil }
    guard survey.rowCount > 0 else { return survey.kinds.contains(.objects) ? nil : survey.count }
    // Categories of two levels: two rows with one element for each point.
    return survey.rowCount == 2 && survey.count == 2 && !survey.isRagged ? survey.longestRow : nil
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let (own, other) = problem.fact.numbers
    return Words(
      "'\(context.memberName)' has \(EnglishList.count(own, "element")), \(context.other(problem)) has \(other)",
      help: "plotly.js takes \(EnglishList.count(min(own, other), "point")): make both of the same length")
  }
}
