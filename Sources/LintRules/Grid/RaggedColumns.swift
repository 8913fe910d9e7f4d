package import Diagnostics
package import FigureValidator

/// Columns differ in length.
package enum RaggedColumns: Rule {
  package static let metadata = RuleMetadata(
    id: .raggedColumns, name: "ragged-columns", severity: .warning, since: "0.1.0",
    summary: "columns of a grid have different numbers of cells",
    rationale: """
      When a row is appended the service fills shorter columns up with empty strings, which turns columns of \
      numbers into mixed ones. Columns made of a figure's arrays (data.0.x) are as long as these and are not \
      compared.
      """,
    wrong: #"{"data": {"cols": {"t": {"data": [1, 2, 3], "order": 0}, "V": {"data": [3, 4], "order": 1}}}}"#,
    right: #"{"data": {"cols": {"t": {"data": [1, 2, 3], "order": 0}, "V": {"data": [3, 4, null], "order": 1}}}}"#,
    remedy: "fill the shorter columns up with null")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("columns differ in length") }
    guard case .raggedColumns(let count, let columns, let length, let usual) = flaw else {
      return Words("columns differ in length")
    }
    let cells = EnglishList.count(length, "cell")
    if columns == 2 {
      return Words(
        "\(context.column) has \(cells), the other column \(usual)", help: "fill the shorter one up with null")
    }
    let others = count == 1 ? "" : "; \(count) of \(columns) columns are not like most"
    return Words(
      "\(context.column) has \(cells), most columns have \(usual)\(others)",
      help: "fill shorter columns up with null")
  }
}
