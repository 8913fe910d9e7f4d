package import Diagnostics
package import FigureValidator
import JSONCore

/// No trace of the figure is shown.
package enum AllInvisible: Rule, TracesRule {
  package static let metadata = RuleMetadata(
    id: .allInvisible, name: "all-invisible", severity: .warning, since: "0.1.0",
    summary: "every trace is hidden",
    rationale: """
      With 'visible': false for each trace there is an empty plot. 'legendonly' does not count: a reader can show such a trace.
      """,
    wrong: #"{"data": [{"y": [1, 2], "visible": false}, {"y": [2, 1], "visible": false}]}"#,
    right: #"{"data": [{"y": [1, 2]}, {"y": [2, 1], "visible": false}]}"#,
    remedy: "show at least one trace")

  static func isOfUse(_ names: TraceNames) -> Bool { names.contains(.visible) }

  static func compare(_ traces: TraceMembers, into problems: inout [Problem]) {
    let figure = traces.figure
    guard let first = traces.axes.first?.visible, traces.axes.allSatisfy({ figure.bool($0.visible) == false }),
      // Buttons and sliders may show them, and annotations need none of them.
      (["updatemenus", "sliders", "annotations", "shapes", "images"] as [StaticString])
        .allSatisfy({ figure.member(figure.facts.layout, $0) == nil })
    else { return }
    figure.report(.allInvisible, value: first, to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words("no trace is shown: each has 'visible': false", help: "show at least one of them")
  }
}
