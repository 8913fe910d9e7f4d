package import Diagnostics
package import FigureValidator

/// An axis refers to one that cannot be meant. ``DefaultsCheck`` finds it.
package enum DanglingAxisRef: Rule {
  package static let metadata = RuleMetadata(
    id: .danglingAxisRef, name: "dangling-axis-ref", severity: .warning, since: "0.1.0",
    summary: "an axis refers to one that the figure does not have, or that cannot be meant",
    rationale: """
      plotly.js drops the reference and takes the default (`code: dynamic` of Plotly.validate): `anchor` or \
      `overlaying` names an axis that does not exist, one of the wrong letter, or one that \
      overlays another. An axis that 'matches' one which does not exist matches nothing.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"anchor": "y4"}}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"anchor": "y"}}}"#,
    remedy: "name an axis that the figure has")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
