package import Diagnostics
package import FigureValidator

/// Metadata is no object.
package enum MetadataNotObject: Rule {
  package static let metadata = RuleMetadata(
    id: .metadataNotObject, name: "metadata-not-object", severity: .warning, since: "0.1.0",
    summary: "metadata is no object",
    rationale: """
      Any JSON value is taken, but search goes by key and value: what has no keys is never found.
      """,
    wrong: #"{"metadata": ["GaN diode", "ada"]}"#,
    right: #"{"metadata": {"experiment": "GaN diode", "operator": "ada"}}"#,
    remedy: "write an object")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .metadata(let flaw) = problem.detail else { return Words("metadata is no object") }
    guard case .notObject(let kind) = flaw else { return Words("metadata is no object") }
    return Words("metadata is \(kind.article), no object", help: "give each value a key: search goes by key and value")
  }
}
