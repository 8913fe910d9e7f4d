package import Diagnostics
package import FigureValidator

/// A few markers for missing values stand among numbers.
package enum AlmostNumeric: Rule {
  package static let metadata = RuleMetadata(
    id: .almostNumeric, name: "almost-numeric", severity: .warning, since: "0.1.0",
    summary: "a column of numbers has strings such as 'n/a' for what is missing",
    rationale: """
      A single string makes a column of numbers a mixed one, for readers and for axes. null says that there is no \
      value. Reported where at least 95 % of the cells are numbers and the others are such markers or empty; else \
      the column is mixed (G011).
      """,
    wrong:
      #"{"data": {"cols": {"V": {"data": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, "n/a"], "order": 0}}}}"#,
    right:
      #"{"data": {"cols": {"V": {"data": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, null], "order": 0}}}}"#,
    remedy: "write null")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the column is almost numeric") }
    guard case .almostNumeric(let content) = flaw else { return Words("the column is almost numeric") }
    return Words(
      "\(content.counts[.missing]) of \(content.counts.total) cells of \(context.column) are strings such as \(context.value(problem.range).shown), the others numbers; the first is cell \(content.row)",
      help: "write null for what is missing",
      fix: content.counts[.missing] == 1
        ? Fix(isSafe: false, edits: [Fix.Edit(range: problem.range, text: "null")]) : nil)
  }
}
