package import Diagnostics
package import FigureValidator

/// A trace has data, but lacks a part that it cannot be drawn without. ``DefaultsCheck`` finds it.
package enum MissingRequired: Rule {
  package static let metadata = RuleMetadata(
    id: .missingRequired, name: "missing-required", severity: .warning, since: "0.1.0",
    summary: "a trace has data, but lacks a part that it cannot be drawn without",
    rationale: """
      plotly.js does not draw it (`code: invisible` of Plotly.validate): `candlestick` without `close`, `scatter3d` \
      without `z`.
      """,
    wrong: #"{"data": [{"type": "candlestick", "open": [1, 2], "high": [2, 3], "low": [1, 1]}]}"#,
    right: #"{"data": [{"type": "candlestick", "open": [1, 2], "high": [2, 3], "low": [1, 1], "close": [2, 2]}]}"#,
    remedy: "give the missing part")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
