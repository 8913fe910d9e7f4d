package import Diagnostics
package import FigureValidator

/// An axis refers to itself, or axes overlay each other. ``DefaultsCheck`` finds it.
package enum AxisCycle: Rule {
  package static let metadata = RuleMetadata(
    id: .axisCycle, name: "axis-cycle", severity: .warning, since: "0.1.0",
    summary: "an axis refers to itself, or axes overlay each other",
    rationale: """
      plotly.js drops the reference and takes the default (`code: dynamic` of Plotly.validate): of axes that overlay each \
      other none is drawn over another.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"anchor": "x"}}}"#,
    right: #"{"data": [{"y": [1, 2]}, {"y": [3, 4], "yaxis": "y2"}], "layout": {"yaxis2": {"overlaying": "y"}}}"#,
    remedy: "name another axis, or remove the reference")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
