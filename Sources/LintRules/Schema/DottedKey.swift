package import Diagnostics
package import FigureValidator

/// A key in the notation of `Plotly.restyle` and `Plotly.relayout`.
package enum DottedKey: Rule {
  package static let metadata = RuleMetadata(
    id: .dottedKey, name: "dotted-key", severity: .error, since: "0.1.0",
    summary: "a key joins the names of a path with dots, as restyle does",
    rationale: """
      Plotly.restyle, relayout and the arguments of buttons take 'marker.color' and 'annotations[0].text'. In a figure \
      plotly.js looks for a key of just this name, finds no such attribute and ignores it.
      """,
    wrong: #"{"data": [{"y": [1, 2], "marker.color": "red"}]}"#,
    right: #"{"data": [{"y": [1, 2], "marker": {"color": "red"}}]}"#,
    remedy: "write the attribute nested; `figlint check --fix` does it")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let key = context.value(problem.range)
    guard let nested = NestedKey(problem, .dots, context) else { return Words("unknown attribute \(key.shown)") }
    return Words(
      "\(key.shown) is a path and no key: only restyle, relayout and buttons take it",
      help: "write it nested: \(nested.nested)", fix: nested.fix())
  }
}
