package import Diagnostics
package import FigureValidator
import JSONCore

/// The first subplot of its kind is named with a 1.
package enum AxisOne: Rule {
  package static let metadata = RuleMetadata(
    id: .axisOne, name: "axis-one", severity: .error, since: "0.1.0",
    summary: "the first axis or subplot is named with a 1",
    rationale: """
      The first of each kind has no number: xaxis and x, then xaxis2 and x2; the same for scene, polar, geo and the \
      others. The Python package takes xaxis1 and x1 as other names for them, plotly.js does not: it ignores the key, \
      and takes the default for the value.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis1": {"type": "log"}}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"type": "log"}}}"#,
    remedy: "leave the 1 out")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    guard let text = value.text, text.utf8.count > 1 else { return Words("\(value.shown) is named with a 1") }
    let name = String(text.dropLast())
    let last = value.content.upperBound - 1
    let fix = Fix(isSafe: true, edits: [Fix.Edit(range: last..<last + 1, text: "")])
    guard problem.isKey else {
      return Words(
        "\(value.shown) names nothing: the first of its kind has no number", help: "write '\(name)'", fix: fix)
    }
    if context.hasSibling(name) {
      return Words(
        "\(value.shown) stands beside '\(name)', and plotly.js ignores it",
        help: "the first of its kind has no number: merge the two into '\(name)'")
    }
    return Words(
      "unknown attribute \(value.shown): the first of its kind has no number", help: "write '\(name)'", fix: fix)
  }
}
