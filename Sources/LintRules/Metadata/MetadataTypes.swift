package import Diagnostics
package import FigureValidator

/// A value is of a kind that cannot be compared.
package enum MetadataTypes: Rule {
  package static let metadata = RuleMetadata(
    id: .metadataTypes, name: "metadata-types", severity: .warning, since: "0.1.0",
    summary: "a value of metadata is 'NaN' as text, a date in free form, or of another kind than its neighbours",
    rationale: """
      Values are found and compared as they are written. 'NaN' is a word, 5/6/2024 is two days, and a key that \
      holds a number here and a string there in one list is two keys to whoever reads them.
      """,
    wrong: #"{"metadata": {"date": "26/05/2024"}}"#,
    right: #"{"metadata": {"date": "2024-05-26"}}"#,
    remedy: "write null, ISO 8601 dates, and one kind of value for each key")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .metadata(let flaw) = problem.detail else { return Words("the value is of an odd kind") }
    let shown = context.value(problem.range).shown
    switch flaw {
    case .nonFiniteText: return Words("\(shown) is a text and no number", help: "write null or leave the key out")
    case .freeDate: return Words("\(shown) is a date in free form", help: "write it as ISO 8601: 2024-05-26")
    case .otherKind(let first):
      return Words(
        "\(context.value(problem.range).withKind) stands under a key that holds \(context.value(first).withKind) elsewhere in the list",
        help: "write one kind of value")
    default: return Words("the value is of an odd kind")
    }
  }
}
