package import Diagnostics
package import FigureValidator

/// A row to be appended has a wrong number of cells.
package enum RowLength: Rule {
  package static let metadata = RuleMetadata(
    id: .rowLength, name: "row-length", severity: .error, since: "0.1.0",
    summary: "a row to be appended has not one cell for each column",
    rationale: """
      Rows are appended to all columns at once: each must have as many cells as there are columns. Where the \
      columns are not given with the rows, the rows must at least agree.
      """,
    wrong: #"{"rows": [[3, 3.0], [4]]}"#,
    right: #"{"rows": [[3, 3.0], [4, 2.9]]}"#,
    remedy: "give each row a cell for each column, null for none")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the row has a wrong length") }
    switch flaw {
    case .wrongRow(let kind):
      return Words("\(kind.article) stands where a list of cells should", help: "write \"rows\": [[3, 3.0], [4, 2.9]]")
    case .rowLength(let length, let expected, let isColumnCount):
      let cells = EnglishList.count(length, "cell")
      return Words(
        isColumnCount
          ? "the row has \(cells), the grid has \(EnglishList.count(expected, "column"))"
          : "the row has \(cells), the first row has \(expected)", help: "write null for cells without a value")
    default: return Words("the row has a wrong length")
    }
  }
}
