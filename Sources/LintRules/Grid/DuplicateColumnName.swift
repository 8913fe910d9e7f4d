package import Diagnostics
package import FigureValidator

/// Two columns have the same name, or one has none.
package enum DuplicateColumnName: Rule {
  package static let metadata = RuleMetadata(
    id: .duplicateColumnName, name: "duplicate-column-name", severity: .error, since: "0.1.0",
    summary: "two columns have the same name, or a column has none",
    rationale: """
      Columns are told apart by their names. Readers of JSON keep the last of two equal keys without a word, so \
      that the other column is lost before anybody can complain. Names are compared after their escapes are read.
      """,
    wrong: #"{"data": {"cols": {"V": {"data": [1], "order": 0}, "V": {"data": [2], "order": 1}}}}"#,
    right: #"{"data": {"cols": {"V": {"data": [1], "order": 0}, "V 2": {"data": [2], "order": 1}}}}"#,
    remedy: "give each column a name of its own")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the name is not unique") }
    guard case .repeatedName = flaw else { return Words("the column's name is empty", help: "give it a name") }
    return Words(
      "another column is called \(context.value(problem.range).shown) too", help: "rename one: readers keep the last")
  }
}
