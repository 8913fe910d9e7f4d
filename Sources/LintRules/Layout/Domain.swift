package import Diagnostics
package import FigureValidator

/// A domain ends before it begins. ``DefaultsCheck`` finds it.
package enum Domain: Rule {
  package static let metadata = RuleMetadata(
    id: .domain, name: "domain", severity: .warning, since: "0.1.0",
    summary: "a domain ends before it begins",
    rationale: """
      plotly.js takes the whole place, or that of the grid, and the subplot lies over others.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"domain": [0.9, 0.1]}}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"domain": [0.1, 0.9]}}}"#,
    remedy: "write the smaller end first")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
