package import Diagnostics
package import FigureValidator

/// Metadata has not the shape that was declared.
package enum MetadataSchema: Rule {
  package static let metadata = RuleMetadata(
    id: .metadataShape, name: "metadata-schema", severity: .warning, since: "0.1.0",
    summary: "metadata has not the shape that the configuration declares",
    rationale: """
      A team that wants its instrument settings complete declares them in the configuration: required keys, kinds \
      of values, allowed values, patterns, bounds and units. Nothing is reported where nothing is declared.
      """,
    wrong: #"{"metadata": {"operator": "ada"}}"#,
    right: #"{"metadata": {"operator": "ada", "instrument": "SN-0042"}}"#,
    remedy: "add what is missing, or change the declaration")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .metadata(let flaw) = problem.detail else { return Words("metadata has not the declared shape") }
    guard case .shape(let fault) = flaw else { return Words("metadata has not the declared shape") }
    return ShapeWords.words(fault, context.value(problem.range))
  }
}
