package import Diagnostics
package import FigureValidator
import JSONCore

/// The figure has no title.
package enum MissingTitle: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .missingTitle, name: "missing-title", severity: .info, since: "0.1.0",
    summary: "the figure has no title",
    rationale: """
      Readers of a figure, and programs that read it aloud, learn its subject from the title.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"width": 300}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"title": {"text": "Sales"}}}"#,
    remedy: "write 'layout.title.text'")

  package static var ids: [RuleID] { [.missingTitle] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    guard let data = figure.facts.data, !figure.traces.isEmpty else { return }
    let title = figure.member(figure.facts.layout, "title")
    guard !figure.isWrong(title), (figure.text(figure.member(title, "text")) ?? "").isEmpty else { return }
    figure.report(.missingTitle, at: figure.facts.range(of: figure.facts.layout ?? data), to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words("the figure has no title", help: "write 'layout.title.text'")
  }
}
