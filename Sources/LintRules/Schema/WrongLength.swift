package import Diagnostics
package import FigureValidator
import ValidationTree

/// An array has another number of items than the attribute has positions.
package enum WrongLength: Rule {
  // A warning: plotly.js's check says no, and yet it uses what is there.
  package static let metadata = RuleMetadata(
    id: .wrongLength, name: "wrong-length", severity: .warning, since: "0.1.0",
    summary: "an array has too many or too few items",
    rationale: """
      In such an array each position has a meaning of its own: a range has a start and an end. plotly.js uses the items \
      that have a position, drops the others, and fills in what is missing, although its own check says no.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"domain": [0, 0.5, 1]}}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"domain": [0, 0.5]}}}"#,
    remedy: "write as many items as the attribute has positions")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .wrongLength(let id, let declared, let received) = problem.detail else { return Words("wrong length") }
    let message =
      "received an array of \(EnglishList.count(received, "item")), expected \(ValueDescription(context.tree, id).text)"
    return Words(message, help: received > declared ? "plotly.js drops what comes behind item \(declared - 1)" : nil)
  }
}
