package import Diagnostics
package import FigureValidator
import JSONCore

/// Traces are told apart by red and green alone.
package enum ColourOnly: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .colourOnly, name: "colour-only", severity: .info, since: "0.1.0",
    summary: "two traces are told apart by red and green alone",
    rationale: """
      One man in twelve cannot tell red from green. A line style or a marker symbol of its own tells the traces apart for everybody.
      """,
    wrong: #"{"data": [{"y": [1, 2], "line": {"color": "red"}}, {"y": [2, 1], "line": {"color": "green"}}]}"#,
    right:
      #"{"data": [{"y": [1, 2], "line": {"color": "red"}}, {"y": [2, 1], "line": {"color": "green", "dash": "dash"}}]}"#,
    remedy: "give one of them another dash or symbol, or use blue and orange")

  package static var ids: [RuleID] { [.colourOnly] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    var red: Bool = false
    var green: Bool = false
    for trace in figure.traces {
      guard figure.isTrace(trace, "scatter") || figure.isTrace(trace, "bar"),
        figure.member(trace, "line", "dash") == nil, figure.member(trace, "marker", "symbol") == nil,
        figure.member(figure.member(trace, "marker"), "pattern") == nil,
        let colour = figure.member(trace, "line", "color") ?? figure.member(trace, "marker", "color")
      else { continue }
      let isRed = figure.isText(colour, "red") || figure.isText(colour, "#ff0000")
      let isGreen =
        figure.isText(colour, "green") || figure.isText(colour, "#008000") || figure.isText(colour, "#00ff00")
      if isRed && green || isGreen && red { figure.report(.colourOnly, value: colour, to: &problems) }
      red = red || isRed
      green = green || isGreen
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "red and green alone tell this trace from another one",
      help: "give it another 'line.dash' or 'marker.symbol', or use blue and orange")
  }
}
