package import Diagnostics
package import FigureValidator
import ValidationTree

/// A trace or transform has a type that plotly.js does not know.
package enum UnknownTraceType: Rule {
  package static let metadata = RuleMetadata(
    id: .unknownTraceType, name: "unknown-trace-type", severity: .error, since: "0.1.0",
    summary: "plotly.js has no such trace type",
    rationale: """
      plotly.js draws a trace of a type that it does not know as scatter. Types come and go: area, pointcloud and \
      heatmapgl are gone, and the mapbox traces are map traces now. The same goes for the type of a transform (up to \
      plotly.js 2) and for a trace in a template that is listed under another type.
      """,
    wrong: #"{"data": [{"type": "scater", "y": [1, 2]}]}"#,
    right: #"{"data": [{"type": "scatter", "y": [1, 2]}]}"#,
    remedy: "write the name of a trace type that the target version has")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    switch problem.detail {
    case .templateTypeMismatch(let declared):
      let listed = context.tree.text(declared)
      return Words(
        "a trace of the template for '\(listed)' has the type \(value.shown)",
        help: "leave 'type' out, or write '\(listed)'")
    case .unknownTransformType: return words(value, "transform type", context.tree.transforms, problem, context)
    default: return words(value, "trace type", context.tree.traces, problem, context)
    }
  }

  /// - Parameter types: the container that has an edge for each type.
  private static func words(
    _ value: ReceivedValue, _ noun: String, _ types: ContainerID, _ problem: Problem, _ context: WordingContext
  ) -> Words {
    let tree = context.tree
    guard let text = value.text else { return Words("received \(value.shown), expected the name of a \(noun)") }
    if let edge = tree.word(text).flatMap({ tree.edge(types, $0) }),
      let history = VersionHistory(tree.versions(of: edge), from: problem.versions, tree)
    {
      let successor = SuccessorType.of(text).filter { successor in
        tree.word(successor).flatMap { tree.edge(types, $0) }
          .map { tree.versions(of: $0).isSuperset(of: problem.versions) } ?? false
      }
      return Words("unknown \(noun) \(value.shown) (\(history.remark))", help: EnglishList.didYouMean(successor))
    }
    var nearest = NearestNames(to: text)
    for edge in tree.edges(of: types) where !tree.versions(of: edge).isDisjoint(with: problem.versions) {
      tree.offer(tree.word(of: edge), to: &nearest)
    }
    let found = nearest.matches
    let help = EnglishList.didYouMean(found.shown) ?? SuccessorType.help(text)
    return Words(
      "unknown \(noun) \(value.shown)", help: help, fix: found.certain.map { .replacing(value.content, with: $0) })
  }
}

/// What to use instead of trace types that are gone, after plotly.js's release notes (2.0, 2.35, 3.0), and of names that
/// are not types but ways to draw one.
private enum SuccessorType {
  static func of(_ type: String) -> [String] {
    switch type {
    case "area": ["barpolar"]
    case "pointcloud": ["scattergl"]
    case "heatmapgl": ["heatmap"]
    case "scattermapbox": ["scattermap"]
    case "choroplethmapbox": ["choroplethmap"]
    case "densitymapbox": ["densitymap"]
    default: []
    }
  }

  static func help(_ type: String) -> String? {
    switch type.lowercased() {
    case "line", "lines": "a line is a trace of type 'scatter' with 'mode': 'lines'"
    case "point", "points", "markers": "points are a trace of type 'scatter' with 'mode': 'markers'"
    case "area": "an area is a trace of type 'scatter' with 'fill': 'tozeroy'"
    case "bubble": "a bubble is a marker of a 'scatter' trace with a 'size' of its own"
    case "donut", "doughnut": "a doughnut is a trace of type 'pie' with a 'hole'"
    default: nil
    }
  }
}
