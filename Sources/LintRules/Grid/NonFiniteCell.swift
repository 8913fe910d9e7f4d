package import Diagnostics
package import FigureValidator

/// Cells are NaN or Infinity, which JSON does not have.
package enum NonFiniteCell: Rule {
  package static let metadata = RuleMetadata(
    id: .nonFiniteCell, name: "non-finite-cell", severity: .error, since: "0.1.0",
    summary: "cells are NaN or Infinity, which is no JSON",
    rationale: """
      Python's json writes NaN and Infinity as words that JSON does not have (RFC 8259, section 6), and the service \
      refuses the whole grid. What was not measured is null.
      """,
    wrong: #"{"data": {"cols": {"V": {"data": [1, NaN, 3], "order": 0}}}}"#,
    right: #"{"data": {"cols": {"V": {"data": [1, null, 3], "order": 0}}}}"#,
    remedy: "write null")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("a cell is not finite") }
    guard case .nonFiniteCells(let count, let data) = flaw else { return Words("a cell is not finite") }
    let tokens = GridWords.nonFiniteTokens(in: data, context.bytes)
    return Words(
      "\(context.value(problem.range).shown) is no JSON\(GridWords.others(count, "like it, in \(context.column)"))",
      help: "write null",
      fix: tokens.isEmpty ? nil : Fix(isSafe: true, edits: tokens.map { Fix.Edit(range: $0, text: "null") }))
  }
}
