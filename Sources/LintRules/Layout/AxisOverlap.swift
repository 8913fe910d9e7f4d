package import Diagnostics
package import FigureValidator
import JSONCore

/// A second axis covers the first.
package enum AxisOverlap: Rule, TracesRule {
  package static let metadata = RuleMetadata(
    id: .axisOverlap, name: "axis-overlap", severity: .warning, since: "0.1.0",
    summary: "an axis shares its place with another one and does not overlay it",
    rationale: """
      Without 'overlaying' plotly.js draws a second y axis as a subplot of its own, with a background: on the same place it hides what \
      the first one shows.
      """,
    wrong: #"{"data": [{"y": [1, 2]}, {"y": [10, 20], "yaxis": "y2"}], "layout": {"yaxis2": {"side": "right"}}}"#,
    right:
      #"{"data": [{"y": [1, 2]}, {"y": [10, 20], "yaxis": "y2"}], "layout": {"yaxis2": {"side": "right", "overlaying": "y"}}}"#,
    remedy: "add 'overlaying', or give the axes domains of their own")

  static func isOfUse(_ names: TraceNames) -> Bool { names.contains(.xaxis) || names.contains(.yaxis) }

  static func compare(_ traces: TraceMembers, into problems: inout [Problem]) {
    let figure = traces.figure
    guard figure.facts.layout != nil else { return }
    // The axes of traces whose other axis is the first one.
    var used = (x: AxisNumbers(), y: AxisNumbers())
    for trace in traces.axes {
      guard hasAxes(trace.type), figure.bool(trace.visible) != false, let x = AxisReference(figure, trace.x)?.number,
        let y = AxisReference(figure, trace.y)?.number
      else { continue }
      if y == 0 { used.x.insert(x) }
      if x == 0 { used.y.insert(y) }
    }
    guard used.x.contains(0) else { return }
    used.y.forEach { look(at: "yaxis", $0, 0, figure, &problems) }
    used.x.forEach { look(at: "xaxis", $0, 1, figure, &problems) }
  }

  private static func look(
    at name: StaticString, _ number: Int, _ flaw: UInt8, _ figure: FigureView, _ problems: inout [Problem]
  ) {
    guard number > 0, let axis = figure.subplot(name, number), case let first = figure.subplot(name, 0),
      figure.member(axis, "overlaying") == nil,
      figure.member(axis, "domain") == nil, figure.member(first, "domain") == nil,
      figure.member(first, "overlaying") == nil, figure.member(figure.facts.layout, "grid") == nil
    else { return }
    figure.report(.axisOverlap, member: axis, FactDetail(flaw), to: &problems)
  }

  private static func hasAxes(_ type: TraceType) -> Bool {
    switch type {
    case .scatter, .scattergl, .bar, .box, .violin, .histogram, .heatmap, .contour, .histogram2d, .waterfall,
      .funnel, .candlestick, .ohlc, .histogram2dcontour, .image:
      true
    default: false
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "'\(context.memberName)' has the place of '\(problem.fact.flaw == 0 ? "yaxis" : "xaxis")' and hides what is drawn there",
      help: "add 'overlaying': '\(problem.fact.flaw == 0 ? "y" : "x")', or give each a 'domain' of its own")
  }
}
