package import Diagnostics
package import FigureValidator

/// Two columns have the same uid.
package enum DuplicateColumnUID: Rule {
  package static let metadata = RuleMetadata(
    id: .duplicateColumnUID, name: "duplicate-column-uid", severity: .error, since: "0.1.0",
    summary: "two columns of a grid have the same 'uid'",
    rationale: """
      Figures refer to columns by uid. With two of one kind it is chance which of them is drawn.
      """,
    wrong:
      #"{"cols": {"t": {"data": [1], "order": 0, "uid": "4b1f0c"}, "V": {"data": [3], "order": 1, "uid": "4b1f0c"}}}"#,
    right:
      #"{"cols": {"t": {"data": [1], "order": 0, "uid": "4b1f0c"}, "V": {"data": [3], "order": 1, "uid": "9ad27e"}}}"#,
    remedy: "leave uids as the service gave them")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "another column has the uid \(context.value(problem.range).shown) too",
      help: "uids come from the service: fetch the grid again instead of copying columns")
  }
}
