package import Diagnostics
package import FigureValidator
import JSONCore

/// A typed array for a plotly.js that knows none.
package enum BdataTooNew: Rule {
  package static let metadata = RuleMetadata(
    id: .bdataTooNew, name: "bdata-too-new", severity: .error, since: "0.1.0",
    summary: "the target version does not know typed arrays",
    rationale: """
      {"dtype", "bdata"} is an array of numbers as base64 since plotly.js 2.28; the Python package writes it from 6.0 \
      on. Older versions see an object where an array belongs, and draw nothing. (The example is wrong for --target \
      2.27.0.)
      """,
    wrong: #"{"data": [{"y": {"dtype": "i1", "bdata": "AQID"}}]}"#,
    right: #"{"data": [{"y": [1, 2, 3]}]}"#,
    remedy: "write the numbers as a plain array, or draw the figure with a newer plotly.js")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let list = TypedArrayText(problem.range, context.bytes)?.json
    return Words(
      "typed arrays need plotly.js 2.28 or newer", help: "write the numbers as a plain array",
      fix: list.map { Fix(isSafe: true, edits: [Fix.Edit(range: problem.range, text: $0)]) })
  }
}
