package import Diagnostics
package import FigureValidator

/// A column is named after a trace that the figure does not have.
package enum OrphanColumnName: Rule {
  package static let metadata = RuleMetadata(
    id: .orphanColumnName, name: "orphan-column-name", severity: .warning, since: "0.1.0",
    summary: "a column named by a path such as data.7.x belongs to no trace of the figure",
    rationale: """
      Uploads name columns by the attribute that they were taken from. A name for which the figure at hand has no \
      trace means that figure and grid are not of the same time. Only where the grid is given with the figure.
      """,
    wrong: #"{"data": [{"ysrc": "ada:85:9ad27e"}]}"#,
    right: #"{"data": [{}, {"ysrc": "ada:85:9ad27e"}]}"#,
    remedy: "upload figure and grid together, or rename the column")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .reference(.orphanColumns(let count, let first, let grid, let traces)) = problem.detail else {
      return Words("a column belongs to no trace of the figure")
    }
    return Words(
      "column \(ClippedText(first).quoted) of the grid \(ClippedText(grid).quoted) belongs to no trace of the figure, which has \(EnglishList.count(traces, "trace"))\(GridWords.others(count, "like it"))",
      help: "upload figure and grid together, or rename the column")
  }
}
