package import Diagnostics
package import FigureValidator

/// A reference names no column.
package enum MalformedReference: Rule {
  package static let metadata = RuleMetadata(
    id: .malformedReference, name: "malformed-reference", severity: .error, since: "0.1.0",
    summary: "a reference to a column of a grid is malformed",
    rationale: """
      A reference is the owner, a colon, the number of the grid, a colon, and the uid of the column, several with \
      commas between them. The number has no sign and no leading zeros. With anything else the trace stays empty.
      """,
    wrong: #"{"data": [{"ysrc": "ada:85:"}]}"#,
    right: #"{"data": [{"ysrc": "ada:85:9ad27e"}]}"#,
    remedy: "write owner:number:uid, such as ada:85:9ad27e")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .reference(let flaw) = problem.detail else { return Words("the reference is malformed") }
    let value = context.value(problem.range)
    let help = "a reference is owner:number:uid, such as 'ada:85:9ad27e'"
    guard case .malformed(let fault) = flaw else {
      return Words("\(value.withKind) is no reference to a column", help: help)
    }
    switch fault {
    case .emptyPart, .columnName: return Words("the reference \(value.shown) lacks a part", help: help)
    case .badUser: return Words("the reference \(value.shown) has no user's name before its first colon", help: help)
    case .badNumber: return Words("the reference \(value.shown) has no number of a grid between its colons", help: help)
    case .badUID: return Words("the reference \(value.shown) has no list of uids behind its second colon", help: help)
    }
  }
}
