package import Diagnostics
package import FigureValidator

/// The figure carries a private token.
package enum StreamToken: Rule {
  package static let metadata = RuleMetadata(
    id: .streamToken, name: "stream-token", severity: .error, since: "0.1.0",
    summary: "a trace holds the token of a stream",
    rationale: """
      Whoever has the token can write into the stream. It belongs into the program that streams, never into a \
      figure that others see.
      """,
    wrong: #"{"data": [{"y": [1, 2], "stream": {"token": "abcdefghij"}}]}"#,
    right: #"{"data": [{"y": [1, 2]}]}"#,
    remedy: "drop 'stream' before the figure leaves your machine")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words("the trace holds the token of a stream", help: "drop 'stream': whoever has the token can write into it")
  }
}
