package import Diagnostics
package import FigureValidator

/// A reference is the name of a column.
package enum LocalReference: Rule {
  package static let metadata = RuleMetadata(
    id: .localReference, name: "local-reference", severity: .warning, since: "0.1.0",
    summary: "a reference is a plain column name, which the service cannot resolve",
    rationale: """
      Editors that work on local data write the name of the column where the service needs owner, number and uid. \
      Such a figure draws nothing when it is fetched from the service.
      """,
    wrong: #"{"data": [{"ysrc": "voltage"}]}"#,
    right: #"{"data": [{"ysrc": "ada:85:9ad27e"}]}"#,
    remedy: "upload the figure with its data, or write owner:number:uid")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "the reference \(context.value(problem.range).shown) is the name of a column, which the service cannot resolve",
      help: "upload the figure with its data; a reference is owner:number:uid")
  }
}
