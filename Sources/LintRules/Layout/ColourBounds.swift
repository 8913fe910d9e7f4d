package import Diagnostics
package import FigureValidator

/// The bounds of a colour scale are not both given, the lower below the upper. ``DefaultsCheck`` finds it.
package enum ColourBounds: Rule {
  package static let metadata = RuleMetadata(
    id: .colourBounds, name: "colour-bounds", severity: .warning, since: "0.1.0",
    summary: "one bound of a colour scale stands alone, is not below the other, or the middle contradicts both",
    rationale: """
      plotly.js finds the bounds in the data unless both are given, the first below the second; a middle counts only without \
      them.
      """,
    wrong: #"{"data": [{"type": "heatmap", "z": [[1, 2]], "zmin": 0}]}"#,
    right: #"{"data": [{"type": "heatmap", "z": [[1, 2]], "zmin": 0, "zmax": 3}]}"#,
    remedy: "give both bounds, or none")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
