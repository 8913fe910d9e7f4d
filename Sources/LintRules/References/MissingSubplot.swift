package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// A trace refers to a subplot, legend or colour axis that the layout does not have.
package enum MissingSubplot: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .missingSubplot, name: "missing-subplot", severity: .warning, since: "0.1.0",
    summary: "a trace refers to a subplot, legend or colour axis that the layout does not have",
    rationale: """
      plotly.js makes up a scene2, a legend2 or a coloraxis2 that nobody described, with default settings: it then covers the first of \
      its kind. Mostly the number is a mistake, or the object was forgotten. The first use is reported.
      """,
    wrong: #"{"data": [{"y": [1, 2]}, {"y": [2, 1], "legend": "legend2"}]}"#,
    right: #"{"data": [{"y": [1, 2]}, {"y": [2, 1], "legend": "legend2"}], "layout": {"legend2": {"y": 0.5}}}"#,
    remedy: "add the object to the layout, or correct the number")

  package static var ids: [RuleID] { [.missingSubplot] }

  private static let kinds: [StaticString] = [
    "scene", "polar", "ternary", "smith", "geo", "map", "mapbox", "legend", "coloraxis",
  ]

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    var known: Set<String> = []
    guard let data = figure.facts.data else { return }
    for trace in figure.facts.children(of: data) {
      look(in: trace, figure, &known, &problems)
      figure.bytes.giveBack(figure.facts.range(of: trace))
    }
  }

  private static func look(
    in trace: Int, _ figure: FigureView, _ known: inout Set<String>, _ problems: inout [Problem]
  ) {
    let members = figure.facts.members
    for index in trace..<Int(members[trace].end) where members[index].kind == .string {
      let member = members[index]
      guard member.node.kind == .attribute, mayNameSubplot(figure.facts.range(of: index), figure.bytes),
        figure.tree.attribute(member.node.attribute).valType == .subplotid, !figure.isWrong(index),
        let text = figure.text(index), known.insert(text).inserted
      else { continue }
      for kind in kinds where text.hasPrefix("\(kind)") {
        guard let number = AxisReference.counter(of: text, behind: kind.utf8CodeUnitCount), number > 0 else { continue }
        if !figure.hasSubplot(kind, number) { figure.report(.missingSubplot, value: index, to: &problems) }
      }
    }
  }

  /// Whether a text ends with a digit, and is longer than the names of axes, which most such texts are.
  private static func mayNameSubplot(_ range: Range<Int>, _ bytes: InputBytes) -> Bool {
    bytes[range.upperBound - 2] &- UInt8(ascii: "0") < 10 && bytes[range.lowerBound + 2] &- UInt8(ascii: "0") >= 10
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let shown = context.value(problem.range).shown
    return Words(
      "\(shown) is not in the layout: it is made up with default settings",
      help: "add \(shown) to the layout, or correct the number")
  }
}
