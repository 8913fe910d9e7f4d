package import Diagnostics
package import FigureValidator
import JSONCore

/// The figure is larger than servers take.
package enum FileTooLarge: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .fileTooLarge, name: "file-too-large", severity: .info, since: "0.1.0",
    summary: "the figure is larger than 5 MB",
    rationale: """
      Pages that embed figures, and servers that take them, have limits; a figure of this size also takes seconds to draw.
      """,
    wrong: #"{"data": [{"y": [\#(String(repeating: "1, ", count: 1_700_000))1]}]}"#,
    right: #"{"data": [{"y": [1, 2]}]}"#,
    remedy: "draw fewer points, round numbers, use typed arrays")

  package static var ids: [RuleID] { [.fileTooLarge] }

  private static let largest = 5_000_000

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    guard figure.length > largest, let part = figure.facts.data ?? figure.facts.layout else { return }
    let start = figure.facts.range(of: part).lowerBound
    figure.report(.fileTooLarge, at: start..<start + 1, FactDetail(0, (figure.length, 0)), to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words("the figure has \(problem.fact.numbers.0) bytes", help: "draw fewer points, round numbers, use typed arrays")
  }
}
