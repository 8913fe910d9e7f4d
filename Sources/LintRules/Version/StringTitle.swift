package import Diagnostics
package import FigureValidator

/// A title is a text, as it was once.
package enum StringTitle: Rule {
  package static let metadata = RuleMetadata(
    id: .stringTitle, name: "string-title", severity: .error, since: "0.1.0",
    summary: "a title is a text and no object",
    rationale: """
      Titles became objects in plotly.js 1.43, so that text, font and position are together. Up to 2.x a text was still \
      taken; 3.0 ignores it, and there is no title. The Python package writes the object for a text by itself.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"title": "Sales"}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"title": {"text": "Sales"}}}"#,
    remedy: "write {\"text\": …}; `figlint check --fix` does it")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    let (start, end) = (value.range.lowerBound, value.range.upperBound)
    return Words(
      "received \(value.withKind), expected an object: a title is ignored as a text since plotly.js 3.0",
      help: "write {\"text\": …}",
      fix: Fix(
        isSafe: true,
        edits: [
          Fix.Edit(range: start..<start, text: "{\"text\": "), Fix.Edit(range: end..<end, text: "}"),
        ]))
  }
}
