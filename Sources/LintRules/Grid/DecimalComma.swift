package import Diagnostics
package import FigureValidator

/// Numbers are written with commas.
package enum DecimalComma: Rule {
  package static let metadata = RuleMetadata(
    id: .decimalComma, name: "decimal-comma", severity: .warning, since: "0.1.0",
    summary: "numbers are strings with a decimal comma or with separators of thousands",
    rationale: """
      Spreadsheets of many countries write 1,5 for 1.5 and 1.234 for 1234. Nobody but a person can tell what is \
      meant, and every reader takes such strings for words.
      """,
    wrong: #"{"data": {"cols": {"V": {"data": ["1,5", "2,25"], "order": 0}}}}"#,
    right: #"{"data": {"cols": {"V": {"data": [1.5, 2.25], "order": 0}}}}"#,
    remedy: "write numbers without quotes, with a point and without separators")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("numbers have commas") }
    guard case .commaNumbers(let content) = flaw else { return Words("numbers have commas") }
    return Words(
      "\(content.counts[.commaNumber]) of \(content.counts.total) cells of \(context.column) are numbers with a comma, the first cell \(content.row), \(context.value(problem.range).shown)",
      help: "write 1.5 or 1234, without quotes")
  }
}
