package import Diagnostics
package import FigureValidator
import JSONCore

/// A typed array holds what is no number.
package enum NanInTypedArray: TraceRule {
  package static let metadata = RuleMetadata(
    id: .nanInTypedArray, name: "nan-in-typed-array", severity: .info, since: "0.1.0",
    summary: "a typed array of floats holds NaN or infinity",
    rationale: """
      In a plain array a value that is missing is null. A typed array has only NaN for it, which most traces draw as a gap; some of \
      those in three dimensions do not draw at all, and other readers of the file may take it for a number.
      """,
    wrong: #"{"data": [{"y": {"dtype": "f8", "bdata": "AAAAAAAA8D8AAAAAAAD4fw=="}}]}"#,
    right: #"{"data": [{"y": {"dtype": "f8", "bdata": "AAAAAAAA8D8AAAAAAAAAQA=="}}]}"#,
    remedy: "write a plain array with null")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    let figure = trace.figure
    for index in figure.facts.children(of: trace.trace) {
      guard let survey = figure.array(index), survey.kinds.contains(.typed), !figure.isWrong(index),
        figure.facts.range(of: index).count <= FigureView.longestReread,
        let values = TypedArrayValues(figure.facts.range(of: index), figure.bytes)
      else { continue }
      var bad = (first: -1, count: 0)
      for position in 0..<values.count where !values[position].isFinite {
        if bad.count == 0 { bad.first = position }
        bad.count += 1
      }
      if bad.count > 0 {
        figure.report(.nanInTypedArray, member: index, FactDetail(0, (bad.first, bad.count)), to: &problems)
      }
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let (position, count) = problem.fact.numbers
    return Words(
      "\(EnglishList.count(count, "element")) of '\(context.memberName)' \(count == 1 ? "is" : "are") no finite number, first element \(position)",
      help: "write a plain array with null where a value is missing")
  }
}
