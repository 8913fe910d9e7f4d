package import Diagnostics
package import FigureValidator
import JSONCore

/// A colour that only older versions of plotly.js read.
package enum LegacyColour: Rule {
  package static let metadata = RuleMetadata(
    id: .legacyColour, name: "legacy-colour", severity: .error, since: "0.1.0",
    summary: "a colour is written in a way that plotly.js 4 does not read any more",
    rationale: """
      Up to 3.x colours were read by a library that searched a text for anything like a colour: hsv(), ff0000 without \
      '#', 'rgb (255, 0, 0)' with a blank, hsl() without percent signs. plotly.js 4.0 reads CSS and takes the default \
      for the rest. The fix is the very colour that was drawn before.
      """,
    wrong: #"{"data": [{"y": [1, 2], "marker": {"color": "hsv(0, 100%, 100%)"}}]}"#,
    right: #"{"data": [{"y": [1, 2], "marker": {"color": "rgb(255, 0, 0)"}}]}"#,
    remedy: "write '#rrggbb', rgb(), hsl() with percent signs, or a name of CSS; `figlint check --fix` does it")

  package static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool { true }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    guard let text = value.text else {
      let list = problem.detail == .colorscale ? "the colorscale" : "the list"
      return Words(
        "\(list) holds a colour that plotly.js reads only before 4.0",
        help: "write each as '#rrggbb', rgb(), hsl() with percent signs, or a name of CSS")
    }
    let message = "plotly.js reads the colour \(value.shown) only before 4.0"
    guard let modern = TinycolorValue(text)?.css else { return Words(message, help: ColourAdvice(text)?.help) }
    return Words(
      message, help: "write '\(modern)'",
      fix: Fix(isSafe: true, edits: [Fix.Edit(range: value.content, text: modern)]))
  }

  package static func placed(_ words: Words, _ context: WordingContext) -> Words {
    guard case .index(let index)? = context.path.last else { return words }
    var words = words
    words.message = "element \(index): \(words.message)"
    return words
  }
}
