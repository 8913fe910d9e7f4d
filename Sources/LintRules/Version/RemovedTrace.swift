package import Diagnostics
package import FigureValidator
import ValidationTree

/// A trace type that older versions of plotly.js had.
package enum RemovedTrace: Rule {
  package static let metadata = RuleMetadata(
    id: .removedTrace, name: "removed-trace", severity: .error, since: "0.1.0",
    summary: "a trace type is gone from plotly.js",
    rationale: """
      plotly.js draws a trace of a type that it does not know as scatter. 'area' went in 2.0, 'pointcloud' and \
      'heatmapgl' in 3.0, and the three of Mapbox in 4.0; their twins without a token ('scattermap' and so on) came in \
      2.35.
      """,
    wrong: #"{"data": [{"type": "pointcloud", "x": [1, 2], "y": [1, 2]}]}"#,
    right: #"{"data": [{"type": "scattergl", "x": [1, 2], "y": [1, 2], "mode": "markers"}]}"#,
    remedy: "use the type that took its place; its attributes may have other names")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    if case .unknownKey(let place) = problem.detail {
      return UnknownKeyWords.words(for: problem, place, context, noun: UnknownKeyWords.noun(of: place))
    }
    var words = UnknownTraceType.words(for: problem, context)
    let value = context.value(problem.range)
    guard let name = value.text, let successor = RenamedObject.successor(of: name) else { return words }
    if name.hasSuffix("mapbox") {
      words.help = "it is '\(successor)' since 2.35, with 'layout.map' and 'subplot': 'map' for 'mapbox'"
    }
    if context.tree.word(successor).flatMap({ context.tree.edge(context.tree.traces, $0) }) != nil {
      words.fix = .replacing(value.content, with: successor)
    }
    return words
  }
}
