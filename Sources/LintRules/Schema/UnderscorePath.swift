package import Diagnostics
package import FigureValidator

/// A key in the notation of Python's keyword arguments.
package enum UnderscorePath: Rule {
  package static let metadata = RuleMetadata(
    id: .underscorePath, name: "underscore-path", severity: .error, since: "0.1.0",
    summary: "a key joins the names of a path with underscores, as Python does",
    rationale: """
      The Python package makes nested objects of keyword arguments such as marker_color. In JSON nobody does: plotly.js \
      ignores the key like any other that it does not know. figlint reads the key along the schema; names that have \
      underscores of their own (error_y, paper_bgcolor) are seen through.
      """,
    wrong: #"{"data": [{"y": [1, 2], "marker_color": "red"}]}"#,
    right: #"{"data": [{"y": [1, 2], "marker": {"color": "red"}}]}"#,
    remedy: "write the attribute nested; `figlint check --fix` does it")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let key = context.value(problem.range)
    guard let nested = NestedKey(problem, .underscores, context) else { return Words("unknown attribute \(key.shown)") }
    return Words(
      "\(key.shown) is Python's notation for '\(nested.attribute)', which plotly.js does not know",
      help: "write it nested: \(nested.nested)", fix: nested.fix())
  }
}
