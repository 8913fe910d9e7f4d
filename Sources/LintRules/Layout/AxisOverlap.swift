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
    let used = usedPairs(traces)
    guard used.contains(Pair(x: 0, y: 0)) else { return }
    for pair in used where (pair.x == 0) != (pair.y == 0) {
      let isY = pair.x == 0
      let name: StaticString = isY ? "yaxis" : "xaxis"
      guard let axis = figure.subplot(name, isY ? pair.y : pair.x), figure.member(axis, "overlaying") == nil,
        figure.member(axis, "domain") == nil, figure.member(figure.subplot(name, 0), "domain") == nil,
        figure.member(figure.subplot(name, 0), "overlaying") == nil, figure.member(figure.facts.layout, "grid") == nil
      else { continue }
      figure.report(.axisOverlap, member: axis, FactDetail(isY ? 0 : 1), to: &problems)
    }
  }

  private struct Pair: Hashable, Comparable {
    let x: Int
    let y: Int

    static func < (a: Self, b: Self) -> Bool { (a.x, a.y) < (b.x, b.y) }
  }

  /// The pairs of axes that traces are on, in order.
  private static func usedPairs(_ traces: TraceMembers) -> [Pair] {
    let figure = traces.figure
    var pairs: Set<Pair> = []
    var last: Pair?
    for trace in traces.axes {
      guard hasAxes(trace.type), figure.bool(trace.visible) != false, let x = AxisReference(figure, trace.x),
        let y = AxisReference(figure, trace.y)
      else { continue }
      let pair = Pair(x: x.number, y: y.number)
      if pair != last { pairs.insert(pair) }
      last = pair
    }
    return pairs.sorted()
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
