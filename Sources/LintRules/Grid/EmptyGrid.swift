package import Diagnostics
package import FigureValidator

/// The grid or a column of it is empty.
package enum EmptyGrid: Rule {
  package static let metadata = RuleMetadata(
    id: .emptyGrid, name: "empty-grid", severity: .info, since: "0.1.0",
    summary: "the grid has no columns, or a column has no cells",
    rationale: """
      An empty grid can be made and filled later; mostly it means that something went wrong before.
      """,
    wrong: #"{"data": {"cols": {"V": {"data": [], "order": 0}}}}"#,
    right: #"{"data": {"cols": {"V": {"data": [1], "order": 0}}}}"#,
    remedy: "write the grid when there is something to put into it")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the grid is empty") }
    if case .emptyColumn = flaw { return Words("\(context.column) has no cells") }
    return Words("the grid has no columns")
  }
}
