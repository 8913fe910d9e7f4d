package import Diagnostics
package import FigureValidator

/// A reference has too many columns, or too few.
package enum ReferenceCount: Rule {
  package static let metadata = RuleMetadata(
    id: .referenceCount, name: "reference-count", severity: .warning, since: "0.1.0",
    summary: "several columns stand for a list, or a single one for a table",
    rationale: """
      Each uid of a reference becomes one inner array. Attributes that take a list draw nothing of a table, and a \
      surface needs a table.
      """,
    wrong: #"{"data": [{"ysrc": "ada:85:9ad27e", "marker": {"sizesrc": "ada:85:9ad27e,4b1f0c"}}]}"#,
    right: #"{"data": [{"ysrc": "ada:85:9ad27e", "marker": {"sizesrc": "ada:85:4b1f0c"}}]}"#,
    remedy: "name one column for a list, several for a table")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .reference(let flaw) = problem.detail else {
      return Words("the reference has a wrong number of columns")
    }
    guard case .severalColumns(let count) = flaw else {
      return Words("one column stands for a table", help: "name a column for each row: 'ada:85:9ad27e,4b1f0c'")
    }
    return Words("\(count) columns stand for a list", help: "name one column")
  }
}
