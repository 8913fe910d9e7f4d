package import Diagnostics
package import FigureValidator
import JSONCore

/// Two colour bars are at the same place.
package enum ColorbarOverlap: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .colorbarOverlap, name: "colorbar-overlap", severity: .info, since: "0.1.0",
    summary: "two colour bars are drawn at the same place",
    rationale: """
      Each trace with a colour scale draws a colour bar at the right edge unless it says where. Two of them lie on one another, and their \
      labels cannot be read.
      """,
    wrong:
      #"{"data": [{"type": "heatmap", "z": [[1, 2], [3, 4]]}, {"type": "heatmap", "z": [[10, 20], [30, 40]], "xaxis": "x2"}], "layout": {"grid": {"rows": 1, "columns": 2, "pattern": "independent"}, "xaxis2": {}}}"#,
    right:
      #"{"data": [{"type": "heatmap", "z": [[1, 2], [3, 4]]}, {"type": "heatmap", "z": [[10, 20], [30, 40]], "xaxis": "x2", "showscale": false}], "layout": {"grid": {"rows": 1, "columns": 2, "pattern": "independent"}, "xaxis2": {}}}"#,
    remedy:
      "place them with 'colorbar.x' or 'colorbar.y', share one with 'coloraxis', or hide all but one with 'showscale': false"
  )

  package static var ids: [RuleID] { [.colorbarOverlap] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    var hasDefault = false
    for trace in figure.traces {
      switch figure.typeName(of: trace) {
      case "heatmap", "contour", "surface", "choropleth", "choroplethmap", "histogram2d", "histogram2dcontour",
        "densitymap":
        break
      default: continue
      }
      let bar = figure.member(trace, "colorbar")
      guard figure.bool(figure.member(trace, "showscale")) != false, figure.member(trace, "coloraxis") == nil,
        figure.bool(figure.member(trace, "visible")) != false, figure.member(bar, "x") == nil,
        figure.member(bar, "y") == nil,
        figure.member(bar, "xanchor") == nil, figure.member(bar, "len") == nil, figure.member(bar, "orientation") == nil
      else { continue }
      if hasDefault { figure.report(.colorbarOverlap, member: trace, to: &problems) }
      hasDefault = true
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "the colour bar of this trace lies on that of another one",
      help: "place it with 'colorbar.x', share one with 'coloraxis', or write 'showscale': false")
  }
}
