package import Diagnostics
package import FigureValidator

/// Metadata holds what JSON cannot.
package enum UnencodableMetadata: Rule {
  package static let metadata = RuleMetadata(
    id: .unencodableMetadata, name: "unencodable-metadata", severity: .error, since: "0.1.0",
    summary: "metadata holds NaN or Infinity, which is no JSON",
    rationale: """
      Metadata is sent as JSON, which has no word for what is not a number (RFC 8259, section 6); the request is \
      refused as a whole.
      """,
    wrong: #"{"metadata": {"gain": NaN}}"#,
    right: #"{"metadata": {"gain": null}}"#,
    remedy: "write null or leave the key out")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "\(context.value(problem.range).shown) is no JSON", help: "write null or leave the key out",
      fix: Fix(isSafe: true, edits: [Fix.Edit(range: problem.range, text: "null")]))
  }
}
