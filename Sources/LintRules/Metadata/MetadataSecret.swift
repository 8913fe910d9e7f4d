package import Diagnostics
package import FigureValidator

/// Metadata looks like a secret.
package enum MetadataSecret: Rule {
  package static let metadata = RuleMetadata(
    id: .metadataSecret, name: "metadata-secret", severity: .warning, since: "0.1.0",
    summary: "metadata holds what looks like a password, a token or a key",
    rationale: """
      Everybody who can read the grid can read its metadata. Told by the key (password, token, api_key, secret) \
      with a string that is not empty, or by a value of the shape that services give to their keys.
      """,
    wrong: #"{"metadata": {"api_key": "Zr8vQ1pLw"}}"#,
    right: #"{"metadata": {"instrument": "Zr8vQ1pLw"}}"#,
    remedy: "take it out, and make the secret void")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .metadata(let flaw) = problem.detail else { return Words("this looks like a secret") }
    guard case .secretKey = flaw else {
      return Words("the value looks like the key of a service", help: "take it out, and make the key void")
    }
    return Words(
      "the value looks like a secret, by its key", help: "take it out: who reads the grid reads its metadata")
  }
}
