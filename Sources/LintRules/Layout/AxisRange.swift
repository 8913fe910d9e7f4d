package import Diagnostics
package import FigureValidator

/// The range of an axis has no extent, or ends of another kind than the axis. ``DefaultsCheck`` finds it.
package enum AxisRange: Rule {
  package static let metadata = RuleMetadata(
    id: .range, name: "range", severity: .warning, since: "0.1.0",
    summary: "a range has no extent, or ends of another kind than the axis",
    rationale: """
      plotly.js widens it, or takes the range of the data. Ends on an axis of categories are positions, 0 for the first, \
      and not names; those on a logarithmic axis are powers of ten.
      """,
    wrong: #"{"data": [{"x": ["a", "b", "c"], "y": [1, 2, 3]}], "layout": {"xaxis": {"range": ["a", "b"]}}}"#,
    right: #"{"data": [{"x": ["a", "b", "c"], "y": [1, 2, 3]}], "layout": {"xaxis": {"range": [-0.5, 1.5]}}}"#,
    remedy: "write ends of the kind that the axis has")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
