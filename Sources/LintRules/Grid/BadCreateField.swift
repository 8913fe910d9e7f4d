package import Diagnostics
package import FigureValidator

/// A member has no place in this request.
package enum BadCreateField: Rule {
  package static let metadata = RuleMetadata(
    id: .badCreateField, name: "bad-create-field", severity: .error, since: "0.1.0",
    summary: "'data' in a stored grid, 'source_referer' without 'source_url', or a malformed 'source_fid'",
    rationale: """
      'data' is taken when a grid is made, and never after; columns are changed through their own requests. \
      'source_referer' is the page on which 'source_url' was found. 'source_fid' is the name of a file, user and \
      number: ada:85.
      """,
    wrong: #"{"data": {"cols": {"V": {"data": [1], "order": 0}}}, "source_fid": "ada"}"#,
    right: #"{"data": {"cols": {"V": {"data": [1], "order": 0}}}, "source_fid": "ada:85"}"#,
    remedy: "leave the member out, or write it as the service wants it")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the member is misplaced") }
    switch flaw {
    case .dataInRecord:
      return Words("'data' stands in the record of a stored grid", help: "only the request that makes a grid has it")
    case .refererWithoutSource:
      return Words("'source_referer' stands without 'source_url'", help: "add the URL that was found on that page")
    default:
      return Words(
        "\(context.value(problem.range).withKind) is no file id", help: "a file id is user and number: 'ada:85'")
    }
  }
}
