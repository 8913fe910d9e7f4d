package import Diagnostics
package import FigureValidator

/// `NaN`, `Infinity` or `-Infinity` stands in the text.
package enum NonFiniteToken: Rule {
  package static let metadata = RuleMetadata(
    id: .nonFiniteToken, name: "non-finite-token", severity: .error, since: "0.1.0",
    summary: "NaN, Infinity or -Infinity stands in the text",
    rationale: """
      JSON has no such numbers: JSON.parse throws and nothing is drawn. Python's json module writes and reads them, \
      so that the mistake often shows in the browser only. plotly.js draws a gap for null.
      """,
    wrong: #"{"data": [{"y": [1, NaN, 3]}]}"#,
    right: #"{"data": [{"y": [1, null, 3]}]}"#,
    remedy: "write null, which is a gap; in Python, fig.to_json() does it")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let token = ClippedText(raw: problem.range, context.bytes).quoted
    return Words(
      "\(token) is no value of JSON", help: "write null: it is drawn as a gap",
      fix: Fix(isSafe: true, edits: [Fix.Edit(range: problem.range, text: "null")]))
  }
}
