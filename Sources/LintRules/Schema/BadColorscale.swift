package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// A value that is no colorscale.
package enum BadColorscale: Rule {
  package static let metadata = RuleMetadata(
    id: .colorscale, name: "colorscale", severity: .error, since: "0.1.0",
    summary: "the value is not a colorscale",
    rationale: """
      plotly.js takes the default colorscale instead. A colorscale is one of its names, or an array of at least two stops \
      [position, colour], the first at 0, the last at 1, none below the one before. The Python package knows many more \
      names and reversed ones (Viridis_r), and writes them out as stops.
      """,
    wrong: #"{"data": [{"type": "heatmap", "z": [[1, 2]], "colorscale": [[0, "white"], [0.9, "red"]]}]}"#,
    right: #"{"data": [{"type": "heatmap", "z": [[1, 2]], "colorscale": [[0, "white"], [1, "red"]]}]}"#,
    remedy: "correct the stop that is named, or write one of \(ColorscaleNames.all)")

  package static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool { true }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    switch value.kind {
    case .string: return words(forName: value)
    case .array:
      let stops = ColorscaleStops(problem.range, context.bytes, grammar: context.tree.grammar(in: problem.versions))
      guard let flaw = stops.flaw else { return Words("the array is no colorscale") }
      return Words(flaw.message, help: flaw.help, fix: stops.sortingFix(context.bytes))
    default:
      return Words(
        "received \(value.withKind), expected the name of a colorscale or an array of [position, colour] stops")
    }
  }

  private static func words(forName value: ReceivedValue) -> Words {
    guard let text = value.text else { return Words("\(value.shown) is no colorscale") }
    let first = text.utf8.first { $0 > 0x20 }
    if first == UInt8(ascii: "[") {
      return Words("\(value.shown) is no colorscale", help: "write the stops as JSON, not as text in a string")
    }
    let isReversed = text.utf8.count > 2 && text.lowercased().hasSuffix("_r")
    let nearest = NearestNames.matches(to: isReversed ? String(text.dropLast(2)) : text, among: names)
    let message = "\(value.shown) is not the name of a colorscale of plotly.js"
    if isReversed, let name = nearest.first?.name {
      return Words(message, help: "write '\(name)' and \"reversescale\": true; only Python knows names with _r")
    }
    guard let help = EnglishList.didYouMean(nearest.shown) else {
      return Words(message, help: "names are \(EnglishList.quoted(names, "and")); write others out as stops")
    }
    return Words(message, help: help, fix: nearest.certain.map { .replacing(value.content, with: $0) })
  }

  private static var names: [String] { "\(ColorscaleNames.all)".split(separator: " ").map(String.init) }
}
