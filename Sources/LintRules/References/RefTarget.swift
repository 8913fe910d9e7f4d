package import Diagnostics
package import FigureValidator
import JSONCore

/// An annotation, shape or image refers to an axis that there is not.
package enum RefTarget: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .refTarget, name: "ref-target", severity: .warning, since: "0.1.0",
    summary: "an annotation, shape or image is placed on an axis that the figure does not have",
    rationale: """
      plotly.js places it on the first axis, or on the paper, where the axis that is named does not exist: neither a trace nor the layout \
      has it.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"annotations": [{"text": "a", "x": 0, "y": 1, "xref": "x3"}]}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"annotations": [{"text": "a", "x": 0, "y": 1, "xref": "x"}]}}"#,
    remedy: "correct the number, or write 'paper'")

  package static var ids: [RuleID] { [.refTarget] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    guard let layout = figure.facts.layout else { return }
    var axes: (x: AxisNumbers, y: AxisNumbers)?
    for list in ["annotations", "shapes", "images", "selections"] as [StaticString] {
      guard let list = figure.member(layout, list) else { continue }
      for item in figure.items(list) {
        for member in figure.facts.children(of: item) where isReference(member, figure) {
          // The first axis is always there: only a counter can be wrong.
          guard figure.bytes[figure.facts.range(of: member).lowerBound + 2] &- UInt8(ascii: "0") < 10,
            let text = figure.text(member), let letter = text.first
          else { continue }
          let name = text.hasSuffix(" domain") ? String(text.dropLast(7)) : text
          guard let number = AxisReference.counter(of: name, behind: 1), number > 0 else { continue }
          let known = axes ?? self.axes(of: figure)
          axes = known
          if letter == "x" ? known.x.contains(number) : known.y.contains(number) { continue }
          guard !figure.hasSubplot(letter == "x" ? "xaxis" : "yaxis", number) else { continue }
          figure.report(.refTarget, value: member, FactDetail(0, (number, 0)), to: &problems)
        }
      }
    }
  }

  private static func isReference(_ member: Int, _ figure: FigureView) -> Bool {
    let facts = figure.facts.members[member]
    guard facts.kind == .string, figure.bytes[figure.facts.keyRange(of: member).upperBound - 2] == UInt8(ascii: "f"),
      !figure.isWrong(member)
    else { return false }
    return (["xref", "yref", "axref", "ayref"] as [StaticString]).contains { figure.isKey(of: member, $0) }
  }

  /// The counters of the axes that traces are on.
  private static func axes(of figure: FigureView) -> (x: AxisNumbers, y: AxisNumbers) {
    var axes = (x: AxisNumbers(), y: AxisNumbers())
    for trace in figure.traces {
      if let number = AxisReference(figure, figure.member(trace, "xaxis"))?.number { axes.x.insert(number) }
      if let number = AxisReference(figure, figure.member(trace, "yaxis"))?.number { axes.y.insert(number) }
      for (key, isX) in [("xaxes" as StaticString, true), ("yaxes", false)] {
        guard let list = figure.member(trace, key) else { continue }
        figure.forEachElement(list) { _, kind, range in
          let text = kind == .string ? StringText.string(figure.bytes, range.dropFirst().dropLast()) : ""
          if let number = AxisReference.counter(of: text, behind: 1) {
            if isX { axes.x.insert(number) } else { axes.y.insert(number) }
          }
          return true
        }
      }
      // A scatter-plot matrix makes an axis for each dimension.
      guard figure.isTrace(trace, "splom") else { continue }
      for number in 0...figure.items(figure.member(trace, "dimensions")).count {
        axes.x.insert(number)
        axes.y.insert(number)
      }
    }
    return axes
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    let axis = (value.text ?? "").hasPrefix("y") ? "yaxis" : "xaxis"
    return Words(
      "\(value.shown) names no axis of the figure: there is no '\(axis)\(problem.fact.numbers.0)'",
      help: "correct the number, or write 'paper'")
  }
}
