package import Diagnostics
package import FigureValidator
import JSONCore

/// No trace of the figure is shown.
package enum AllInvisible: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .allInvisible, name: "all-invisible", severity: .warning, since: "0.1.0",
    summary: "every trace is hidden",
    rationale: """
      With 'visible': false for each trace there is an empty plot. 'legendonly' does not count: a reader can show such a trace.
      """,
    wrong: #"{"data": [{"y": [1, 2], "visible": false}, {"y": [2, 1], "visible": false}]}"#,
    right: #"{"data": [{"y": [1, 2]}, {"y": [2, 1], "visible": false}]}"#,
    remedy: "show at least one trace")

  package static var ids: [RuleID] { [.allInvisible] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    let traces = figure.traces
    guard !traces.isEmpty,
      traces.allSatisfy({ figure.bool(figure.member($0, "visible")) == false }),
      // Buttons and sliders may show them, and annotations need none of them.
      (["updatemenus", "sliders", "annotations", "shapes", "images"] as [StaticString])
        .allSatisfy({ figure.member(figure.facts.layout, $0) == nil }),
      let first = figure.member(traces[0], "visible")
    else { return }
    figure.report(.allInvisible, value: first, to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words("no trace is shown: each has 'visible': false", help: "show at least one of them")
  }
}
