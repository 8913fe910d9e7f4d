package import Diagnostics
package import FigureValidator
import ValidationTree

/// A value passes plotly.js's check although it is none of those meant.
package enum AcceptedByAccident: Rule {
  // A warning: plotly.js's check says yes.
  package static let metadata = RuleMetadata(
    id: .acceptedByAccident, name: "accepted-by-accident", severity: .warning, since: "0.1.0",
    summary: "a value passes plotly.js's check by accident",
    rationale: """
      plotly.js takes a value in slashes for a regular expression, and so it takes the pattern shape "/" for one that \
      everything matches: any text passes, and is then drawn as no pattern. It makes a text of an array before it \
      compares, so that ["x"] passes for "x". And a reference to a coloraxis may be called null.
      """,
    wrong: #"{"data": [{"type": "bar", "y": [1, 2], "marker": {"pattern": {"shape": "dots"}}}]}"#,
    right: #"{"data": [{"type": "bar", "y": [1, 2], "marker": {"pattern": {"shape": "."}}}]}"#,
    remedy: "write one of the values that are meant")

  package static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool { true }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .acceptedByAccident(let id) = problem.detail else { return Words("the value passes by accident") }
    let value = context.value(problem.range)
    let expected = ValueDescription(context.tree, id).text
    let nearest = value.text.map { NearestValues(context.tree, context.tree.attribute(id)).near($0).shown } ?? []
    return Words(
      "\(value.shown) passes plotly.js's check by accident, expected \(expected)",
      help: EnglishList.didYouMean(nearest))
  }
}
