package import Diagnostics
package import FigureValidator
import JSONCore

/// A long array of numbers is written as text.
package enum UseTypedArray: TraceRule {
  package static let metadata = RuleMetadata(
    id: .useTypedArray, name: "use-typed-array", severity: .info, since: "0.1.0",
    summary: "a long array of numbers is written out",
    rationale: """
      A typed array ({"dtype", "bdata"}) is read much faster than numbers as text, and a half or a third of the size; plotly.js knows it \
      since 2.28. Reported from 10,000 numbers on.
      """,
    wrong: #"{"data": [{"y": [\#(String(repeating: "1, ", count: 9_999))1]}]}"#,
    right: #"{"data": [{"y": {"dtype": "f8", "bdata": "AAAAAAAA8D8AAAAAAAAAQA=="}}]}"#,
    remedy: "write it as {\"dtype\", \"bdata\"}, as the Python package does from 6.0 on")

  private static let many = 10_000

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    let figure = trace.figure
    for index in figure.facts.children(of: trace.trace) {
      guard let survey = figure.array(index) else { continue }
      let isPlain =
        survey.kinds.isSubset(of: .anyNumbers)
        || survey.kinds == .arrays && survey.rowKinds.isSubset(of: .anyNumbers)
      let count = survey.rowCount > 0 ? survey.count * survey.longestRow : survey.count
      guard isPlain, count >= many else { continue }
      figure.report(.useTypedArray, member: index, FactDetail(0, (count, 0)), to: &problems)
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "'\(context.memberName)' has \(problem.fact.numbers.0) numbers as text",
      help: "write it as {\"dtype\", \"bdata\"}: smaller, and read faster")
  }
}
