package import Diagnostics
package import FigureValidator

/// A column mixes kinds of values.
package enum MixedColumn: Rule {
  package static let metadata = RuleMetadata(
    id: .mixedColumn, name: "mixed-column", severity: .warning, since: "0.1.0",
    summary: "a column mixes numbers, texts and dates, or holds numbers as strings",
    rationale: """
      A column becomes an axis or colours of one kind: numbers, dates or categories. What is of another kind is \
      dropped or becomes a category of its own, and numbers written as strings are numbers to some readers and \
      words to others. null is no kind of its own. Strings with leading zeros, such as postal codes, are left in \
      peace.
      """,
    wrong: #"{"data": {"cols": {"V": {"data": [3.3, 3.1, "high"], "order": 0}}}}"#,
    right: #"{"data": {"cols": {"V": {"data": [3.3, 3.1, null], "order": 0}}}}"#,
    remedy: "write one kind of value, and null for what is missing")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the column mixes kinds") }
    switch flaw {
    case .numericTexts(let content):
      return Words(
        "all \(content.counts[.numericText]) cells of \(context.column) are numbers written as strings",
        help: "write them without quotes")
    case .mixedCells(let content):
      let help =
        content.kind == .numericText && content.usual == .number
        ? "write it without quotes" : "write null for what is missing"
      return Words(
        "\(context.column) mixes \(content.summary); the first of another kind is cell \(content.row), \(context.value(problem.range).shown)",
        help: help)
    default: return Words("\(context.column) mixes kinds")
    }
  }
}
