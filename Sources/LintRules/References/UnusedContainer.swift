package import Diagnostics
package import FigureValidator

/// Nothing in the figure uses an axis, a subplot, a colour axis or a legend. ``DefaultsCheck`` finds it.
package enum UnusedContainer: Rule {
  package static let metadata = RuleMetadata(
    id: .unusedContainer, name: "unused-container", severity: .info, since: "0.1.0",
    summary: "nothing in the figure uses an axis, a subplot, a colour axis or a legend",
    rationale: """
      No trace, annotation or shape refers to it, so that plotly.js drops it (`code: unused` of Plotly.validate): a \
      leftover, or a typo in the reference.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis9": {"title": {"text": "time"}}}}"#,
    right: #"{"data": [{"y": [1, 2], "xaxis": "x9"}], "layout": {"xaxis9": {"title": {"text": "time"}}}}"#,
    remedy: "refer to it, or remove it")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    DefaultsWords.words(for: problem, context)
  }
}
