package import Diagnostics
package import FigureValidator

/// A name differs from what it looks like.
package enum UntidyColumnName: Rule {
  package static let metadata = RuleMetadata(
    id: .untidyColumnName, name: "untidy-column-name", severity: .warning, since: "0.1.0",
    summary: "a column's name has outer white space or control characters, or is another one but for case and space",
    rationale: """
      Names are typed into formulas, scripts and menus: what nobody sees makes them miss, and two that look alike \
      get mixed up.
      """,
    wrong: #"{"data": {"cols": {"V ": {"data": [1], "order": 0}}}}"#,
    right: #"{"data": {"cols": {"V": {"data": [1], "order": 0}}}}"#,
    remedy: "strip the name, or tell the two names apart")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the name is untidy") }
    let name = context.value(problem.range).shown
    switch flaw {
    case .nameWithSpace: return Words("the name \(name) begins or ends with white space", help: "strip it")
    case .nameWithControls: return Words("the name \(name) holds control characters", help: "write plain text")
    case .similarName(let other):
      return Words(
        "the name \(name) differs from \(context.value(other).shown) in case or white space alone",
        help: "tell the two apart")
    default: return Words("the name \(name) is untidy")
    }
  }
}
