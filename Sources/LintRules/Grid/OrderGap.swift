package import Diagnostics
package import FigureValidator

/// The places of the columns have gaps.
package enum OrderGap: Rule {
  package static let metadata = RuleMetadata(
    id: .orderGap, name: "order-gap", severity: .warning, since: "0.1.0",
    summary: "the places of the columns do not run from 0 without gaps",
    rationale: """
      Readers sort by 'order' and cope with gaps, but a gap mostly means that a column was lost.
      """,
    wrong: #"{"data": {"cols": {"t": {"data": [1], "order": 0}, "V": {"data": [3], "order": 2}}}}"#,
    right: #"{"data": {"cols": {"t": {"data": [1], "order": 0}, "V": {"data": [3], "order": 1}}}}"#,
    remedy: "number the columns 0, 1, 2 …")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the places have a gap") }
    guard case .orderGap(let expected, let found) = flaw else { return Words("the places have a gap") }
    return Words("order \(expected) is missing before \(found)", help: "is a column missing? number them 0, 1, 2 …")
  }
}
