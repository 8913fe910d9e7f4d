package import Diagnostics
package import FigureValidator

/// A key can hardly be searched for.
package enum UnsearchableKey: Rule {
  package static let metadata = RuleMetadata(
    id: .unsearchableKey, name: "unsearchable-key", severity: .warning, since: "0.1.0",
    summary: "a key of metadata is empty or has white space, a colon or quotes",
    rationale: """
      Searches are written as key:value. Keys with white space, colons or quotes are hard or impossible to write \
      there.
      """,
    wrong: #"{"metadata": {"sample rate": 48000}}"#,
    right: #"{"metadata": {"sample_rate": 48000}}"#,
    remedy: "join words with underscores")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .metadata(let flaw) = problem.detail else { return Words("the key is hard to search for") }
    let key = context.value(problem.range).shown
    switch flaw {
    case .keyWithSpace:
      return Words("the key \(key) has white space", help: "join words with '_': searches are key:value")
    case .keyWithColon: return Words("the key \(key) has a colon", help: "searches are key:value")
    case .keyWithQuote: return Words("the key \(key) has quotes", help: "searches cannot write them")
    default: return Words("a key is empty", help: "searches are key:value")
    }
  }
}
