package import Diagnostics
package import FigureValidator

/// A trace has no data. ``DefaultsCheck`` finds it.
package enum EmptyTrace: Rule {
  package static let metadata = RuleMetadata(
    id: .emptyTrace, name: "empty-trace", severity: .info, since: "0.1.0",
    summary: "a trace has no data",
    rationale: """
      plotly.js does not draw it (`code: invisible` of Plotly.validate). Programs write such traces as placeholders; \
      forgotten ones leave a gap in the figure.
      """,
    wrong: #"{"data": [{"type": "bar", "name": "sales"}]}"#,
    right: #"{"data": [{"type": "bar", "name": "sales", "y": [1, 2]}]}"#,
    remedy: "give the trace its data, or remove it")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
