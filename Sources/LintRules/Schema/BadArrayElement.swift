package import Diagnostics
package import FigureValidator

/// An element of an array is not what the attribute accepts.
package enum BadArrayElement: Rule {
  // A warning: plotly.js draws the figure, with the default for this one point, and its own check does not look.
  package static let metadata = RuleMetadata(
    id: .badArrayElement, name: "bad-array-element", severity: .warning, since: "0.1.0",
    summary: "an array holds an element that is not accepted",
    rationale: """
      Where an attribute takes an array of values, one for each point, plotly.js looks at each when it draws, and takes \
      the default for one that is wrong. The first such element of an array is reported. Numbers are right in an array \
      of colours: they go through the colorscale.
      """,
    wrong: #"{"data": [{"y": [1, 2], "marker": {"color": ["red", "gren"]}}]}"#,
    right: #"{"data": [{"y": [1, 2], "marker": {"color": ["red", "green"]}}]}"#,
    remedy: "correct the element; others may be wrong behind it")

  package static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool { true }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .badElement(let id, let fault) = problem.detail else { return Words("invalid element") }
    let words = ValueWords(
      value: context.value(problem.range), id: id, fault: fault, versions: problem.versions, context: context)
    let (help, fix) = words.advice
    return Words(words.message, help: help, fix: fix.map { .replacing($0.range, with: $0.text) })
  }

  package static func placed(_ words: Words, _ context: WordingContext) -> Words {
    guard case .index(let index)? = context.path.last else { return words }
    var words = words
    words.message = "element \(index): \(words.message)"
    return words
  }
}
