package import Diagnostics
package import FigureValidator

/// Plotly.js puts another value in the place of one. ``DefaultsCheck`` finds it.
package enum ResetValue: Rule {
  package static let metadata = RuleMetadata(
    id: .resetValue, name: "reset-value", severity: .info, since: "0.1.0",
    summary: "plotly.js puts another value in the place of one",
    rationale: """
      The value is right by itself and does not fit the rest of the figure (`code: dynamic` of Plotly.validate): \
      `tickmode` is an array without one.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"yaxis": {"tickmode": "array"}}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"yaxis": {"tickmode": "array", "tickvals": [1]}}}"#,
    remedy: "give what the value needs, or remove it")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
