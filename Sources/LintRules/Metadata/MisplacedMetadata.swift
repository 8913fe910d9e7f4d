package import Diagnostics
package import FigureValidator

/// Metadata stands where there is none.
package enum MisplacedMetadata: Rule {
  package static let metadata = RuleMetadata(
    id: .misplacedMetadata, name: "misplaced-metadata", severity: .warning, since: "0.1.0",
    summary: "metadata is attached to a file that is no grid",
    rationale: """
      Only grids have metadata. To annotate a plot, annotate the grids that it draws.
      """,
    wrong: #"{"fid": "ada:7", "filetype": "plot", "metadata": {"operator": "ada"}}"#,
    right: #"{"fid": "ada:85", "filetype": "grid", "metadata": {"operator": "ada"}}"#,
    remedy: "attach it to the grid")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words("metadata is attached to a file that is no grid", help: "attach it to the grids that the plot draws")
  }
}
