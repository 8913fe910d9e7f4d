package import Diagnostics
package import FigureValidator

/// An attribute has no effect, because another one stands in its way. ``DefaultsCheck`` finds it.
package enum InertAttribute: Rule {
  package static let metadata = RuleMetadata(
    id: .inertAttribute, name: "inert-attribute", severity: .warning, since: "0.1.0",
    summary: "an attribute has no effect, because another one stands in its way",
    rationale: """
      plotly.js drops it while it fills in defaults: `marker` of a trace whose `mode` draws no markers. The conditions \
      were found by experiments with plotly.js (`code: unused` of Plotly.validate). The rule speaks up only where both \
      were written on purpose: values that are the default, and what a template brings, are L008.
      """,
    wrong: #"{"data": [{"y": [1, 2], "mode": "lines", "marker": {"size": 9}}]}"#,
    right: #"{"data": [{"y": [1, 2], "mode": "lines+markers", "marker": {"size": 9}}]}"#,
    remedy: "change what stands in its way, or remove the attribute")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
