package import Diagnostics
package import FigureValidator

/// An attribute has no effect in this figure. ``DefaultsCheck`` finds it.
package enum DroppedAttribute: Rule {
  package static let metadata = RuleMetadata(
    id: .droppedAttribute, name: "dropped-attribute", severity: .info, since: "0.1.0",
    summary: "an attribute has no effect in this figure",
    rationale: """
      plotly.js drops it while it fills in defaults (`code: unused` of Plotly.validate). Mostly it does no harm: \
      programs write attributes that a figure has no use for. What is written on purpose is L001.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"yaxis": {"zerolinewidth": 3, "zeroline": false}}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"yaxis": {"zerolinewidth": 3, "zeroline": true}}}"#,
    remedy: "change what stands in its way, or remove the attribute")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
