package import Diagnostics
package import FigureValidator

/// Who may see the figure may not see its data.
package enum GridVisibility: Rule {
  package static let metadata = RuleMetadata(
    id: .gridVisibility, name: "grid-visibility", severity: .warning, since: "0.1.0",
    summary: "a figure draws public and private grids, or a grid is shared in two ways at once",
    rationale: """
      A plot whose grids are less visible than itself is drawn for some and empty for others. A grid that everybody \
      may read needs no share key; the service refuses or ignores one of the two.
      """,
    wrong: #"{"data": {"cols": {"V": {"data": [1], "order": 0}}}, "world_readable": true, "share_key_enabled": true}"#,
    right: #"{"data": {"cols": {"V": {"data": [1], "order": 0}}}, "world_readable": true, "share_key_enabled": false}"#,
    remedy: "share the figure and all of its grids in the same way")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    if case .reference(.privateGrid(let hidden, let open)) = problem.detail {
      return Words(
        "the figure draws the private grid \(ClippedText(hidden).quoted) and the public grid \(ClippedText(open).quoted)",
        help: "share all grids of a figure in the same way")
    }
    return Words("the grid is readable by everybody and has a share key, too", help: "set one of the two to false")
  }
}
