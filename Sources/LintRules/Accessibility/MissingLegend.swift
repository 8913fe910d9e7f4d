package import Diagnostics
package import FigureValidator
import JSONCore

/// Several traces and nothing that tells which is which.
package enum MissingLegend: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .missingLegend, name: "missing-legend", severity: .info, since: "0.1.0",
    summary: "several traces have neither a legend nor labels",
    rationale: """
      With 'showlegend': false, and no text beside the points or annotation, nobody can tell the traces apart.
      """,
    wrong: #"{"data": [{"y": [1, 2]}, {"y": [2, 1]}], "layout": {"showlegend": false}}"#,
    right: #"{"data": [{"y": [1, 2], "name": "a"}, {"y": [2, 1], "name": "b"}]}"#,
    remedy: "show the legend, or label the traces")

  package static var ids: [RuleID] { [.missingLegend] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    let traces = figure.traces
    guard traces.count > 1, let switchOff = figure.member(figure.facts.layout, "showlegend"),
      figure.bool(switchOff) == false, figure.member(figure.facts.layout, "annotations") == nil,
      traces.allSatisfy({ figure.member($0, "text") == nil && figure.isTrace($0, "scatter") })
    else { return }
    figure.report(.missingLegend, value: switchOff, FactDetail(0, (traces.count, 0)), to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "\(EnglishList.count(problem.fact.numbers.0, "trace")) have neither a legend nor labels",
      help: "show the legend, or label the traces with 'text' or annotations")
  }
}
