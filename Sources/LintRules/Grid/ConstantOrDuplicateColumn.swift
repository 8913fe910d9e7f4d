package import Diagnostics
package import FigureValidator

/// A column tells nothing new.
package enum ConstantOrDuplicateColumn: Rule {
  package static let metadata = RuleMetadata(
    id: .repeatedContent, name: "constant-or-duplicate-column", severity: .info, since: "0.1.0",
    summary: "all cells of a column are the same, or another column has the same ones",
    rationale: """
      A column that never changes is better kept as metadata, and one that comes twice is often an index that was \
      saved with the table. Texts are compared as they are written.
      """,
    wrong: #"{"data": {"cols": {"t": {"data": [1, 2], "order": 0}, "V": {"data": [1, 2], "order": 1}}}}"#,
    right: #"{"data": {"cols": {"t": {"data": [1, 2], "order": 0}, "V": {"data": [3, 4], "order": 1}}}}"#,
    remedy: "drop the column, or keep the value in the metadata")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the column tells nothing new") }
    switch flaw {
    case .constantColumn(let rows): return Words("all \(rows) cells of \(context.column) are the same")
    case .sameContent(let other): return Words("\(context.column) has the same cells as \(context.value(other).shown)")
    default: return Words("the column tells nothing new")
    }
  }
}
