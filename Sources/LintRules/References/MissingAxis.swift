package import Diagnostics
package import FigureValidator
import JSONCore

/// A trace is on an axis that the layout does not have.
package enum MissingAxis: Rule, TracesRule {
  package static let metadata = RuleMetadata(
    id: .missingAxis, name: "missing-axis", severity: .warning, since: "0.1.0",
    summary: "a trace names an axis that the layout does not have",
    rationale: """
      plotly.js makes up an axis with default settings, which covers the first one: mostly the number is a mistake, or the axis was \
      forgotten. The first use is reported.
      """,
    wrong: #"{"data": [{"y": [1, 2]}, {"y": [1, 2], "yaxis": "y2"}], "layout": {"yaxis": {"title": {"text": "a"}}}}"#,
    right:
      #"{"data": [{"y": [1, 2]}, {"y": [1, 2], "yaxis": "y2"}], "layout": {"yaxis2": {"overlaying": "y", "side": "right"}}}"#,
    remedy: "add the axis to the layout: for a second y axis {'overlaying': 'y', 'side': 'right'}")

  static func isOfUse(_ names: TraceNames) -> Bool { names.contains(.xaxis) || names.contains(.yaxis) }

  static func compare(_ traces: TraceMembers, into problems: inout [Problem]) {
    let figure = traces.figure
    // A grid makes the axes of its cells.
    guard figure.member(figure.facts.layout, "grid") == nil else { return }
    var known = (x: AxisNumbers(), y: AxisNumbers())
    // Traces in three dimensions or on maps have no such members.
    for trace in traces.axes {
      if let x = trace.x, !figure.isWrong(x) { look(at: x, "xaxis", &known.x, figure, &problems) }
      if let y = trace.y, !figure.isWrong(y) { look(at: y, "yaxis", &known.y, figure, &problems) }
    }
  }

  private static func look(
    at member: Int, _ name: StaticString, _ known: inout AxisNumbers, _ figure: FigureView, _ problems: inout [Problem]
  ) {
    guard let number = AxisReference(figure, member)?.number, number > 0, known.insert(number),
      !figure.hasSubplot(name, number)
    else { return }
    figure.report(.missingAxis, value: member, FactDetail(0, (number, 0)), to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    let name = (value.text ?? "").first == "y" ? "yaxis" : "xaxis"
    let key = "\(name)\(problem.fact.numbers.0)"
    return Words(
      "\(value.shown) has no '\(key)' in the layout: the axis is made up and covers the first one",
      help: "add 'layout.\(key)', or correct the number")
  }
}
