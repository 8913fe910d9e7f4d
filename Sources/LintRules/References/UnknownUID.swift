package import Diagnostics
package import FigureValidator

/// The grid has no such column.
package enum UnknownUID: Rule {
  package static let metadata = RuleMetadata(
    id: .unknownUID, name: "unknown-uid", severity: .error, since: "0.1.0",
    summary: "a reference names a uid that the given grid does not have",
    rationale: """
      Columns that were deleted and made anew get other uids; figures that refer to the old ones stay empty. Only \
      where the grid is given.
      """,
    wrong: #"{"data": [{"ysrc": "ada:85:ffffff"}]}"#,
    right: #"{"data": [{"ysrc": "ada:85:9ad27e"}]}"#,
    remedy: "name a column that the grid has, or update columns instead of replacing them")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .reference(let flaw) = problem.detail else { return Words("the grid has no such column") }
    guard case .unknownUID(let uid, let nearest) = flaw else { return Words("the grid has no such column") }
    return Words(
      "the grid has no column with the uid \(ClippedText(uid).quoted)",
      help: nearest.map { "did you mean '\($0)'?" } ?? "was the column replaced? updates keep uids")
  }
}
