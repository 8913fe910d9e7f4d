package import Diagnostics
package import FigureValidator

/// A column of a stored grid has no uid.
package enum MissingUID: Rule {
  package static let metadata = RuleMetadata(
    id: .missingUID, name: "missing-uid", severity: .error, since: "0.1.0",
    summary: "a column of a stored grid has no 'uid'",
    rationale: """
      The service gives each column a uid, by which figures refer to it. Contents of a grid without them are cut or \
      made up. The body that makes a grid has none yet, but there the columns stand below 'data'.
      """,
    wrong: #"{"cols": {"t": {"data": [1], "order": 0, "uid": "4b1f0c"}, "V": {"data": [3], "order": 1}}}"#,
    right:
      #"{"cols": {"t": {"data": [1], "order": 0, "uid": "4b1f0c"}, "V": {"data": [3], "order": 1, "uid": "9ad27e"}}}"#,
    remedy: "fetch the contents again; to make a grid put 'cols' below 'data'")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the column has no uid") }
    switch flaw {
    case .noUIDs(let columns):
      return Words(
        columns == 1 ? "the column has no 'uid'" : "none of the \(columns) columns has a 'uid'",
        help: "contents of a stored grid have them; to make a grid put 'cols' below 'data'")
    case .wrongUID:
      return Words(
        "'uid' of \(context.column) is \(context.value(problem.range).withKind), no uid",
        help: "a uid is such as 4b1f0c")
    default: return Words("\(context.column) has no 'uid'", help: "other columns have one")
    }
  }
}
