package import Diagnostics
package import FigureValidator

/// An item of a list is not drawn. ``DefaultsCheck`` finds it.
package enum HiddenItem: Rule {
  package static let metadata = RuleMetadata(
    id: .hiddenItem, name: "hidden-item", severity: .info, since: "0.1.0",
    summary: "an item of a list is not drawn",
    rationale: """
      It lacks what plotly.js draws it by (`code: invisible` of Plotly.validate): an image without source, a step \
      without arguments.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"images": [{"x": 0.5, "y": 0.5}]}}"#,
    right:
      #"{"data": [{"y": [1, 2]}], "layout": {"images": [{"x": 0.5, "y": 0.5, "source": "https://example.com/logo.png"}]}}"#,
    remedy: "give what is missing, or remove the item")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
