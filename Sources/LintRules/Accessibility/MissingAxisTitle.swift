package import Diagnostics
package import FigureValidator
import JSONCore

/// An axis has no title.
package enum MissingAxisTitle: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .missingAxisTitle, name: "missing-axis-title", severity: .info, since: "0.1.0",
    summary: "an axis that is drawn has no title",
    rationale: """
      Without a title nobody knows what an axis counts, and in which unit.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"type": "linear"}}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"title": {"text": "day"}}}}"#,
    remedy: "write 'title.text' with the unit")

  package static var ids: [RuleID] { [.missingAxisTitle] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    guard let layout = figure.facts.layout else { return }
    for axis in figure.facts.children(of: layout) {
      let member = figure.facts.members[axis]
      guard member.kind == .object, let key = figure.key(of: axis), key.hasPrefix("xaxis") || key.hasPrefix("yaxis"),
        figure.bool(figure.member(axis, "visible")) != false, figure.member(axis, "overlaying") == nil,
        figure.member(axis, "matches") == nil, figure.bool(figure.member(axis, "showticklabels")) != false
      else { continue }
      let title = figure.member(axis, "title")
      guard !figure.isWrong(title), (figure.text(figure.member(title, "text")) ?? "").isEmpty else { continue }
      figure.report(.missingAxisTitle, member: axis, to: &problems)
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words("'\(context.memberName)' has no title", help: "write 'title.text', with the unit")
  }
}
