package import Diagnostics
package import FigureValidator

/// The document is no grid: it has no columns.
package enum MissingColumns: Rule {
  package static let metadata = RuleMetadata(
    id: .missingColumns, name: "missing-columns", severity: .error, since: "0.1.0",
    summary: "the document has no columns, or what stands for them is of the wrong kind",
    rationale: """
      A grid is an object with 'cols': an object of columns by their names, below 'data' in the body that makes the \
      grid, or a list of objects with 'name'. The service refuses anything else.
      """,
    wrong: #"{"data": {"columns": {"t": {"data": [1], "order": 0}}}}"#,
    right: #"{"data": {"cols": {"t": {"data": [1], "order": 0}}}}"#,
    remedy: "write {\"cols\": {name: {\"data\": […], \"order\": 0}}}")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the document is no grid") }
    let form = "a grid is {\"cols\": {name: {\"data\": […], \"order\": 0}}}"
    switch flaw {
    case .noObject(let kind): return Words("\(kind.article) stands where an object with 'cols' should", help: form)
    case .noColumns: return Words("the object has no 'cols'", help: form)
    case .wrongColumns(let kind):
      return Words("'cols' is \(kind.article), neither an object nor a list of columns", help: form)
    case .wrongColumn(let kind):
      return Words("\(context.column) is \(kind.article), no object", help: "a column is {\"data\": […], \"order\": 0}")
    default: return Words("the document is no grid", help: form)
    }
  }
}
