package import Diagnostics
package import FigureValidator

/// A column lacks its data, its place or its name.
package enum BadColumn: Rule {
  package static let metadata = RuleMetadata(
    id: .badColumn, name: "bad-column", severity: .error, since: "0.1.0",
    summary: "a column has no array 'data', no integer 'order' or no name",
    rationale: """
      Each column has its cells in an array 'data' and, where columns are named by keys, its place in 'order', \
      counted from 0: JSON objects have no order of their own. Columns in a list have a 'name'.
      """,
    wrong: #"{"data": {"cols": {"t": {"data": 1, "order": 0}}}}"#,
    right: #"{"data": {"cols": {"t": {"data": [1], "order": 0}}}}"#,
    remedy: "give each column 'data' and 'order'")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the column is not complete") }
    switch flaw {
    case .noData: return Words("\(context.column) has no 'data'", help: "its cells stand there: \"data\": [1, 2]")
    case .wrongData(let kind):
      return Words("the data of \(context.column) is \(kind.article), no array", help: "write \"data\": [1, 2]")
    case .noOrder: return Words("\(context.column) has no 'order'", help: "add its place, an integer from 0 on")
    case .wrongOrder:
      return Words("'order' of \(context.column) is \(context.value(problem.range).withKind), no integer from 0 on")
    default: return Words("\(context.column) has no name", help: "add \"name\", a string")
    }
  }
}
