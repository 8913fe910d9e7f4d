package import Diagnostics
package import FigureValidator

/// Transforms, which are gone.
package enum RemovedTransforms: Rule {
  package static let metadata = RuleMetadata(
    id: .removedTransforms, name: "removed-transforms", severity: .error, since: "0.1.0",
    summary: "transforms are gone since plotly.js 3.0",
    rationale: """
      filter, groupby, aggregate and sort changed the data of a trace while it was drawn. plotly.js 3.0 dropped them: the \
      trace is drawn with all of its data, as if nothing had been asked for.
      """,
    wrong: #"{"data": [{"y": [1, 2], "transforms": [{"type": "filter", "target": "y", "value": 1}]}]}"#,
    right: #"{"data": [{"y": [1]}]}"#,
    remedy: "work the data out before: filter, sort and aggregate them, and make a trace of each group")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let key = context.value(problem.range)
    return Words(
      "unknown attribute \(key.shown) (removed in 3.0): the data are drawn as they stand",
      help: "filter, sort, group or aggregate the data before they become a figure")
  }
}
