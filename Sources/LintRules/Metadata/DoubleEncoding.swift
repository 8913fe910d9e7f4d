package import Diagnostics
package import FigureValidator

/// JSON stands in a string.
package enum DoubleEncoding: Rule {
  package static let metadata = RuleMetadata(
    id: .doubleEncoding, name: "double-encoding", severity: .info, since: "0.1.0",
    summary: "a string of metadata holds the text of a JSON object or array",
    rationale: """
      Somebody called json.dumps twice. It is legal, but what is in the string cannot be searched by key.
      """,
    wrong: #"{"metadata": {"settings": "{\"gain\": 4}"}}"#,
    right: #"{"metadata": {"settings": {"gain": 4}}}"#,
    remedy: "write the object itself")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words("the string holds JSON", help: "write the object itself: keys in a string are not searched")
  }
}
