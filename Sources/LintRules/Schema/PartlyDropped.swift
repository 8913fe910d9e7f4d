package import Diagnostics
package import FigureValidator
import ValidationTree

/// plotly.js keeps a part of the value and drops the rest.
package enum PartlyDropped: Rule {
  // A warning: plotly.js's check says yes.
  package static let metadata = RuleMetadata(
    id: .partlyDropped, name: "partly-dropped", severity: .warning, since: "0.1.0",
    summary: "plotly.js uses a part of the value only",
    rationale: """
      plotly.js accepts a list of flags as long as it knows one of them, and drops those that it does not know or that \
      come twice. In an array whose items have a position each, it drops those behind the last position.
      """,
    wrong: #"{"data": [{"y": [1, 2], "mode": "lines+marker"}]}"#,
    right: #"{"data": [{"y": [1, 2], "mode": "lines+markers"}]}"#,
    remedy: "correct the part that is dropped, or leave it out")

  package static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool { true }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .partlyDropped(let id) = problem.detail else { return Words("a part of the value is dropped") }
    let value = context.value(problem.range)
    let expected = ValueDescription(context.tree, id).text
    guard let text = value.text else {
      return Words("the array has more items than plotly.js uses, expected \(expected)")
    }
    let attribute = context.tree.attribute(id)
    let flags = FlagParts(text, attribute, context.tree)
    guard let unknown = flags.unknown.first else {
      let name = flags.repeated.first.map { ClippedText($0).quoted } ?? "a flag"
      return Words("\(value.shown) has the flag \(name) more than once", help: "plotly.js drops the second")
    }
    if unknown.isEmpty { return Words("\(value.shown) has an empty flag", help: "flags are joined with one '+'") }
    let nearest = NearestValues(context.tree, attribute).near(unknown)
    let rest = flags.unknown.count > 1 ? " and \(flags.unknown.count - 1) more" : ""
    let used = "use \(expected)"
    return Words(
      "\(value.shown) has the unknown flag \(ClippedText(unknown).quoted)\(rest)",
      help: EnglishList.didYouMean(nearest.shown) ?? used,
      fix: flags.unknown.count > 1
        ? nil
        : nearest.certain.flatMap { flags.replacing(unknown, with: $0) }
          .map { .replacing(value.content, with: $0) })
  }
}

/// The flags in a text that are dropped.
private struct FlagParts {
  private let parts: [String]
  let unknown: [String]
  let repeated: [String]

  init(_ text: String, _ attribute: AttributeDefinition, _ tree: ValidationTree) {
    parts = text.split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    var seen: Set<String> = []
    var unknown: [String] = []
    var repeated: [String] = []
    for part in parts {
      let isKnown = tree.word(part).flatMap { word in attribute.values.map { tree.list($0, contains: word) } } ?? false
      if !isKnown { unknown.append(part) } else if !seen.insert(part).inserted { repeated.append(part) }
    }
    self.unknown = unknown
    self.repeated = repeated
  }

  /// The text with one flag changed; nil if it has the new one already.
  func replacing(_ flag: String, with name: String) -> String? {
    parts.contains(name) ? nil : parts.map { $0 == flag ? name : $0 }.strung(by: "+")
  }
}
