package import Diagnostics
package import FigureValidator

/// A key of `config` that plotly.js does not know.
package enum UnknownConfig: Rule {
  package static let metadata = RuleMetadata(
    id: .unknownConfig, name: "unknown-config", severity: .error, since: "0.1.0",
    summary: "the configuration has no such option",
    rationale: """
      plotly.js ignores options that it does not know, and neither Plotly.validate nor the Python package looks at them. \
      The options are those of the target version's schema (`config`).
      """,
    wrong: #"{"data": [], "config": {"displayModebar": false}}"#,
    right: #"{"data": [], "config": {"displayModeBar": false}}"#,
    remedy: "correct the name of the option")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .unknownKey(let place) = problem.detail else { return Words("unknown option") }
    return UnknownKeyWords.words(for: problem, place, context, noun: "option")
  }
}
