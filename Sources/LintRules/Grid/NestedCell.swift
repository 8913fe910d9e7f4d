package import Diagnostics
package import FigureValidator

/// A cell is no scalar that grids have.
package enum NestedCell: Rule {
  package static let metadata = RuleMetadata(
    id: .nestedCell, name: "nested-cell", severity: .error, since: "0.1.0",
    summary: "a cell is an array, an object or a boolean",
    rationale: """
      Cells are numbers, strings, dates as strings, and null. Arrays and objects are outside of what a grid can \
      hold. Nothing is written about booleans, which is a warning: readers take them for numbers, words or nothing.
      """,
    wrong: #"{"data": {"cols": {"V": {"data": [1, [2, 3]], "order": 0}}}}"#,
    right: #"{"data": {"cols": {"V": {"data": [1, 2, 3], "order": 0}}}}"#,
    remedy: "make a column of each part, or write the value as a string")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the cell is no scalar") }
    switch flaw {
    case .nestedCell(let kind, let row, let count):
      return Words(
        "cell \(row) of \(context.column) is \(kind.article)\(GridWords.others(count, "like it"))",
        help: "make a column of each part: cells are numbers, strings or null")
    case .booleanCell(let row, let count):
      return Words(
        "cell \(row) of \(context.column) is \(context.value(problem.range).shown)\(GridWords.others(count, "boolean"))",
        help: "write 0 and 1, or words: what a grid makes of booleans is not documented")
    default: return Words("the cell is no scalar")
    }
  }
}
