package import Diagnostics
package import FigureValidator

/// A number is written as a text.
package enum PyStrict: Rule {
  package static let metadata = RuleMetadata(
    id: .pyStrict, name: "py-strict", severity: .info, since: "0.1.0",
    summary: "a number is written as a text, which plotly.js takes and Python refuses",
    rationale: """
      plotly.js takes "5" for the number 5 wherever a number is wanted. The Python package refuses it, so that a figure \
      which is drawn well cannot be loaded and changed there (plotly.io.read_json throws).
      """,
    wrong: #"{"data": [{"y": [1, 2], "opacity": "0.5"}]}"#,
    right: #"{"data": [{"y": [1, 2], "opacity": 0.5}]}"#,
    remedy: "write the number without quotes")

  package static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool { true }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    let message = "the number \(value.shown) is written as a text, which the Python package refuses"
    // A number of JavaScript need not be one of JSON: " 5", "0x10", "+1".
    guard let text = value.text, ScalarText.isJSONNumber(text) else {
      return Words(message, help: "write it without quotes")
    }
    return Words(
      message, help: "write it without quotes: \(text)",
      fix: Fix(isSafe: true, edits: [Fix.Edit(range: value.range, text: text)]))
  }
}
