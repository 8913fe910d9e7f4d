package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// An attribute that older versions of plotly.js had.
package enum RemovedAttribute: Rule {
  package static let metadata = RuleMetadata(
    id: .removedAttribute, name: "removed-attribute", severity: .error, since: "0.1.0",
    summary: "an attribute is gone from plotly.js",
    rationale: """
      plotly.js ignores what it no longer knows. The attributes of titles moved into an object of their own in 1.43 \
      (titlefont is title.font), and plotly.js 3.0 dropped the old names with other ones that had long been deprecated; \
      4.0 dropped all of Mapbox. figlint knows from the schemas of many releases that something went, and from the \
      release notes where to.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"titlefont": {"size": 20}}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"title": {"text": "Sales", "font": {"size": 20}}}}"#,
    remedy: "write what took its place; `figlint check --fix` does it where nothing else changes")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .unknownKey(let place) = problem.detail else { return Words("removed attribute") }
    let key = context.value(problem.range)
    if case .container(let container, _) = place, let name = key.text,
      let legacy = LegacyAttribute.named(name, in: container, context.tree, problem.versions)
    {
      return words(for: legacy, key, problem, context)
    }
    var words = UnknownKeyWords.words(for: problem, place, context, noun: UnknownKeyWords.noun(of: place))
    if let name = key.text, let remark = Successors.remark(on: name) { words.help = remark }
    return words
  }

  private static func words(
    for legacy: LegacyAttribute, _ key: ReceivedValue, _ problem: Problem, _ context: WordingContext
  ) -> Words {
    let nested = NestedKey(problem.range, legacy.successor.map { .key($0) }, context)
    let message = "unknown attribute \(key.shown) (deprecated for long, gone in \(legacy.gone))"
    guard !legacy.successor.isEmpty else { return Words(message, help: legacy.remark) }
    let since = legacy.since.map { ", since \($0)" } ?? ""
    let told =
      legacy.successor.count > 1
      ? "it is '\(nested.attribute)'\(since): write \(nested.nested)" : "it is '\(nested.attribute)'\(since)"
    return Words(
      message, help: legacy.remark.map { "\($0)" } ?? told,
      fix: legacy.remark == nil
        ? nested.fix() : LegacyValue.converted(legacy, behind: problem.range, context).flatMap(nested.fix))
  }
}

/// Values that are written in another way now.
private enum LegacyValue {
  /// The new value for the one behind a key; nil where there is none.
  static func converted(_ legacy: LegacyAttribute, behind key: Range<Int>, _ context: WordingContext) -> String? {
    switch (legacy.name, MemberValue(behind: key, context.bytes)?.kind) {
    case ("autotick", .true): "\"auto\""
    case ("autotick", .false): "\"linear\""
    case ("islog", .true): "\"log\""
    case ("isdate", .true): "\"date\""
    default: nil
    }
  }
}

/// What took the place of attributes that the schemas had and have no more, by the release notes of plotly.js 2.0 and 4.0.
private enum Successors {
  static func remark(on name: String) -> String? {
    switch name {
    case "angularaxis":
      "polar charts of the old kind went in 2.0: use 'polar.angularaxis' and traces of type 'scatterpolar'"
    case "radialaxis":
      "polar charts of the old kind went in 2.0: use 'polar.radialaxis' and traces of type 'scatterpolar'"
    case "direction": "it is 'polar.angularaxis.direction' since 1.32"
    case "orientation": "it is 'polar.angularaxis.rotation' since 1.32"
    case "r", "t": "polar charts of the old kind went in 2.0: use a trace of type 'scatterpolar' with 'r' and 'theta'"
    case "mapboxAccessToken": "'map' and its traces need no token"
    case let name where name.hasPrefix("mapbox"):
      "it is '\(name.replacingMapbox)' since 2.35, with traces of type 'scattermap', 'choroplethmap' and 'densitymap'"
    default: nil
    }
  }
}

extension String {
  fileprivate var replacingMapbox: String { "map" + dropFirst("mapbox".count) }
}
