package import Diagnostics
package import FigureValidator
import JSONCore

/// A link of a sankey has no width.
package enum SankeyNegative: TraceRule {
  package static let metadata = RuleMetadata(
    id: .sankeyNegative, name: "sankey-negative", severity: .warning, since: "0.1.0",
    summary: "a link of a sankey has a value that is not above zero",
    rationale: """
      The value of a link is its width: plotly.js drops a link whose value is zero, negative or no number.
      """,
    wrong: #"{"data": [{"type": "sankey", "link": {"source": [0, 0], "target": [1, 2], "value": [5, -2]}}]}"#,
    right: #"{"data": [{"type": "sankey", "link": {"source": [0, 2], "target": [1, 0], "value": [5, 2]}}]}"#,
    remedy: "swap source and target of a link that goes the other way, or leave the link out")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    let figure = trace.figure
    guard trace.type == .sankey, let value = figure.member(trace[.link], "value"), let survey = figure.array(value),
      !figure.isWrong(value), !survey.kinds.isDisjoint(with: [.negatives, .leadingZeros, .typed])
    else { return }
    var bad: Int?
    figure.forEachNumber(value) { position, number in
      if let number, number < 0 { bad = position }
      return bad == nil
    }
    guard let bad else { return }
    figure.report(.sankeyNegative, at: figure.range(ofElement: bad, in: value), FactDetail(0, (bad, 0)), to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    let shown = value.kind == .number ? value.shown : "element \(problem.fact.numbers.0)"
    return Words(
      "the value \(shown) of a link is not above zero: the link is not drawn",
      help: "swap its source and target, or leave it out")
  }
}
