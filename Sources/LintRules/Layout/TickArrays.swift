package import Diagnostics
package import FigureValidator
import JSONCore

/// The texts of ticks do not fit their positions.
package enum TickArrays: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .tickArrays, name: "tick-arrays", severity: .warning, since: "0.1.0",
    summary: "ticktext and tickvals differ in length, or one of them is missing",
    rationale: """
      'ticktext' has a text for each position in 'tickvals'. Positions without a text are labelled with their value, texts without a \
      position are lost; 'tickmode': 'array' without 'tickvals' is no tickmode.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"tickvals": [0, 1, 2], "ticktext": ["a", "b"]}}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"tickvals": [0, 1, 2], "ticktext": ["a", "b", "c"]}}}"#,
    remedy: "write a text for each position")

  package static var ids: [RuleID] { [.tickArrays] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    for part in [figure.facts.layout, figure.facts.data] {
      guard let part else { continue }
      for index in part..<Int(figure.facts.members[part].end) where figure.facts.members[index].kind == .array {
        guard figure.isKey(of: index, "ticktext"), let texts = figure.array(index), !figure.isWrong(index),
          case let parent = Int(figure.facts.members[index].parent), parent >= 0,
          let positions = figure.array(figure.member(parent, "tickvals")), texts.count != positions.count,
          texts.count > 0, positions.count > 0
        else { continue }
        figure.report(.tickArrays, member: index, FactDetail(0, (texts.count, positions.count)), to: &problems)
      }
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let fact = problem.fact
    if fact.flaw == 1 {
      return Words("'tickmode' is 'array', but there are no 'tickvals'", help: "write the positions as 'tickvals'")
    }
    let (texts, positions) = fact.numbers
    return Words(
      "'ticktext' has \(EnglishList.count(texts, "element")), 'tickvals' has \(positions)",
      help: texts < positions
        ? "write a text for each position, '' for none" : "the texts behind the positions are lost")
  }
}
