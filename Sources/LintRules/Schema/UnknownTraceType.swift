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

  package static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool { true }

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
      if case .newer(let first) = history.kind { return Words("\(value.shown) needs plotly.js \(first) or newer") }
      let successor = RenamedObject.successor(of: text).flatMap(tree.word).flatMap { tree.edge(types, $0) }
        .flatMap { tree.versions(of: $0).isSuperset(of: problem.versions) ? tree.text(tree.word(of: $0)) : nil }
      return Words(
        "unknown \(noun) \(value.shown) (\(history.remark))",
        help: ChartName.help(text) ?? EnglishList.didYouMean([successor].compactMap(\.self)))
    }
    var nearest = NearestNames(to: text)
    for edge in tree.edges(of: types) where !tree.versions(of: edge).isDisjoint(with: problem.versions) {
      tree.offer(tree.word(of: edge), to: &nearest)
    }
    let found = nearest.matches
    if let help = ChartName.help(text), found.first?.distance != 0 {
      return Words("unknown \(noun) \(value.shown)", help: help)
    }
    let chart = ChartName.type(text).flatMap(tree.word).flatMap { tree.edge(types, $0) }
    let help = chart.map { "did you mean '\(tree.text(tree.word(of: $0)))'?" } ?? EnglishList.didYouMean(found.shown)
    return Words(
      "unknown \(noun) \(value.shown)", help: help,
      fix: chart == nil ? found.certain.map { .replacing(value.content, with: $0) } : nil)
  }
}

/// What people call charts that are no trace types of their own.
private enum ChartName {
  /// The type in `barchart` or `box plot`.
  static func type(_ name: String) -> String? {
    let name = name.lowercased().filter { $0 != " " && $0 != "_" && $0 != "-" }
    for suffix in ["plot", "chart", "graph"] where name.hasSuffix(suffix) { return String(name.dropLast(suffix.count)) }
    return nil
  }

  static func help(_ name: String) -> String? {
    switch type(name) ?? name.lowercased() {
    case "line", "lines": "a line is a trace of type 'scatter' with 'mode': 'lines'"
    case "point", "points", "markers": "points are a trace of type 'scatter' with 'mode': 'markers'"
    case "area": "an area is a trace of type 'scatter' with 'fill': 'tozeroy'"
    case "bubble": "bubbles are a trace of type 'scatter' with an array as 'marker.size'"
    case "donut", "doughnut": "a doughnut is a trace of type 'pie' with a 'hole'"
    default: nil
    }
  }
}
