package import Diagnostics
package import FigureValidator
import JSONCore

/// `meta.figlint` of a trace or the layout is not written as figlint reads it.
package enum InvalidSuppression: Rule {
  package static let metadata = RuleMetadata(
    id: .invalidSuppression, name: "invalid-suppression", severity: .warning, since: "0.1.0",
    summary: "'meta.figlint' of a trace or the layout cannot be understood",
    rationale: """
      figlint reads {"ignore": […]} there: a list of rules by id, the beginning of an id, or name, or a single one. \
      Anything else switches nothing off.
      """,
    wrong: #"{"data": [{"y": [1, 2], "meta": {"figlint": {"ignore": ["unknown-atribute"]}}}]}"#,
    right: #"{"data": [{"y": [1, 2], "note": "mine", "meta": {"figlint": {"ignore": ["unknown-attribute"]}}}]}"#,
    remedy: "write rules as 'figlint rules' lists them")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .suppression(let flaw) = problem.detail else { return Words("'meta.figlint' cannot be understood") }
    let value = context.value(problem.range)
    switch flaw {
    case .noObject:
      return Words(
        "'meta.figlint' is \(value.withKind), expected an object", help: #"write {"ignore": ["S001"]}"#)
    case .unknownKey:
      return Words("'meta.figlint' has no member \(value.shown)", help: "the only member is 'ignore'")
    case .noRuleList:
      return Words(
        "received \(value.withKind), expected the name of a rule or a list of such", help: #"write ["S001"]"#)
    case .unknownRule, .unused:
      let nearest = value.text.flatMap { UnknownRule.nearest(to: $0) }
      return Words(
        "no rule is called \(value.shown)",
        help: (nearest.map { "did you mean '\($0)'? " } ?? "") + "'figlint rules' lists them")
    }
  }
}
