package import Diagnostics
package import FigureValidator
import JSONCore

/// The figure carries a whole template.
package enum InlineTemplate: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .inlineTemplate, name: "inline-template", severity: .info, since: "0.1.0",
    summary: "the figure carries a template of several kilobytes",
    rationale: """
      plotly.express writes the default template into each figure: 6.5 of the 7 kB of a small one. Whoever draws many figures can give \
      the template once, and whoever compares versions of a figure sees the data alone.
      """,
    wrong:
      #"{"data": [{"y": [1, 2]}], "layout": {"template": {"layout": {"colorway": [\#(String(repeating: "\"red\", ", count: 700))"blue"]}}}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"template": {"layout": {"colorway": ["red"]}}}}"#,
    remedy: "leave the template out (template=\"none\" in Python), or keep it apart")

  package static var ids: [RuleID] { [.inlineTemplate] }

  private static let longest = 4096

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    guard let template = figure.member(figure.facts.layout, "template") else { return }
    let length = figure.facts.range(of: template).count
    guard length > longest else { return }
    figure.report(.inlineTemplate, member: template, FactDetail(0, (length, figure.length)), to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "the template is \(problem.fact.numbers.0) bytes of \(problem.fact.numbers.1)",
      help: "leave it out (template=\"none\" in Python), or keep it apart")
  }
}
