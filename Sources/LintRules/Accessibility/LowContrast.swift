package import Diagnostics
package import FigureValidator
import JSONCore

/// Text is hard to tell from its background.
package enum LowContrast: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .lowContrast, name: "low-contrast", severity: .info, since: "0.1.0",
    summary: "the colour of the text is too near to that of the background",
    rationale: """
      The Web Content Accessibility Guidelines (2.1, success criterion 1.4.3) ask for a contrast of 4.5 between text and background. \
      Compared are the colours of 'layout.font' and 'layout.paper_bgcolor', where they are given as #rrggbb, rgb() or plain names.
      """,
    wrong: ##"{"data": [{"y": [1, 2]}], "layout": {"font": {"color": "#999999"}, "paper_bgcolor": "#ffffff"}}"##,
    right: ##"{"data": [{"y": [1, 2]}], "layout": {"font": {"color": "#333333"}, "paper_bgcolor": "#ffffff"}}"##,
    remedy: "use a darker or lighter colour for the text")

  package static var ids: [RuleID] { [.lowContrast] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    let layout = figure.facts.layout
    guard let font = figure.member(layout, "font", "color"), let text = figure.text(font).flatMap(Luminance.init),
      let background = Luminance(figure.text(figure.member(layout, "paper_bgcolor")) ?? "#ffffff")
    else { return }
    let contrast = text.contrast(to: background)
    guard contrast < 4.5 else { return }
    figure.report(.lowContrast, value: font, FactDetail(0, (Int(contrast * 10), 0)), to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let tenths = problem.fact.numbers.0
    return Words(
      "the text has a contrast of \(tenths / 10).\(tenths % 10) to its background, 4.5 is the least that can be read well",
      help: "use a darker or lighter colour for the text")
  }
}
