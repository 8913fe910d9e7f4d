package import Diagnostics
package import FigureValidator

/// Two names look the same and are not.
package enum UnicodeName: Rule {
  package static let metadata = RuleMetadata(
    id: .unicodeName, name: "unicode-name", severity: .warning, since: "0.1.0",
    summary: "a name holds characters that nobody sees, or is another one in other code points",
    rationale: """
      The same letter can be one code point or two (é), and some characters have no width at all. Such names look \
      the same and are different columns: a lookup by the name that was typed finds one of them or none.
      """,
    wrong: #"{"data": {"cols": {"d\u00e9bit": {"data": [1], "order": 0}, "de\u0301bit": {"data": [2], "order": 1}}}}"#,
    right: #"{"data": {"cols": {"d\u00e9bit": {"data": [1], "order": 0}, "volume": {"data": [2], "order": 1}}}}"#,
    remedy: "write names in the composed form (NFC), without invisible characters")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("the name is not what it looks like") }
    let name = context.value(problem.range).shown
    switch flaw {
    case .equivalentName:
      return Words(
        "the name \(name) looks like that of another column and has other code points", help: "rename one, in NFC")
    default: return Words("the name \(name) holds characters that nobody sees", help: "write it anew")
    }
  }
}
