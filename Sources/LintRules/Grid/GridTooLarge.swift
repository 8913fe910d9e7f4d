package import Diagnostics
package import FigureValidator

/// The grid is larger than the limit that was set.
package enum GridTooLarge: Rule {
  package static let metadata = RuleMetadata(
    id: .gridTooLarge, name: "grid-too-large", severity: .warning, since: "0.1.0",
    summary: "the grid is larger than the limit that was set",
    rationale: """
      Plans of the service had limits for the size of a file, and servers in front of it have limits of their own, \
      but none is documented: nothing is reported unless a limit is set.
      """,
    wrong: #"{"data": {"cols": {"V": {"data": [1, 2, 3], "order": 0}}}}"#,
    right: #"{"data": {"cols": {}}}"#,
    remedy: "split the grid, or raise the limit")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the grid is too large") }
    guard case .tooLarge(let bytes, let limit) = flaw else { return Words("the grid is too large") }
    return Words("the grid has \(bytes) bytes, the limit is \(limit)", help: "split it, or raise the limit")
  }
}
