package import Diagnostics
package import FigureValidator
import ValidationTree

/// `null` stands where a value belongs.
package enum NullValue: Rule {
  // Advice, and off by default (see RuleRegistry): Python writes it, and plotly.js documents it for one end of a range.
  package static let metadata = RuleMetadata(
    id: .nullValue, name: "null-value", severity: .info, since: "0.1.0",
    summary: "null stands where a value belongs",
    rationale: """
      plotly.js takes null for "not set" and uses the default. The Python package writes it, and in a range it is \
      documented: [null, 500] leaves one end to plotly.js.
      """,
    wrong: #"{"data": [{"y": [1, 2], "mode": null}]}"#,
    right: #"{"data": [{"y": [1, 2]}]}"#,
    remedy: "leave the attribute out")

  package static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool { true }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .nullValue(let id) = problem.detail else {
      return Words("null counts as not set, expected the name of a type", help: "leave it out")
    }
    return Words("null counts as not set, expected \(ValueDescription(context.tree, id).text)", help: "leave it out")
  }
}
