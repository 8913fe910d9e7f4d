package import Diagnostics
package import FigureValidator

/// Two columns claim the same place.
package enum DuplicateOrder: Rule {
  package static let metadata = RuleMetadata(
    id: .duplicateOrder, name: "duplicate-order", severity: .error, since: "0.1.0",
    summary: "two columns have the same 'order'",
    rationale: """
      Readers put columns into a list by 'order': of two with one place a column is dropped.
      """,
    wrong: #"{"data": {"cols": {"t": {"data": [1], "order": 0}, "V": {"data": [3], "order": 0}}}}"#,
    right: #"{"data": {"cols": {"t": {"data": [1], "order": 0}, "V": {"data": [3], "order": 1}}}}"#,
    remedy: "number the columns 0, 1, 2 …")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "another column has the order \(context.value(problem.range).shown) too", help: "number the columns 0, 1, 2 …")
  }
}
