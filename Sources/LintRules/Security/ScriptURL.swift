package import Diagnostics
package import FigureValidator
import JSONCore

/// A text carries a script.
package enum ScriptURL: Rule {
  package static let metadata = RuleMetadata(
    id: .scriptURL, name: "script-url", severity: .warning, since: "0.1.0",
    summary: "a text holds a script or a link that runs one",
    rationale: """
      plotly.js strips javascript: links, <script> and onclick= from what it draws. Whoever shows the same text in \
      another way (a table of the data, an export, a notebook) may not. The first such text of an array is reported.
      """,
    wrong: #"{"data": [{"y": [1, 2], "text": "<a href='javascript:alert(1)'>more</a>"}]}"#,
    right: #"{"data": [{"y": [1, 2], "text": "<a href='https://example.com'>more</a>"}]}"#,
    remedy: "write plain text, or a link to an https address")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    guard case .textRisk(let risk) = problem.detail else { return Words("\(value.shown) runs a script") }
    return switch risk {
    case .scriptTag:
      Words("\(value.shown) holds a <script>", help: "plotly.js draws it as text: write it without the tag")
    case .eventHandler:
      Words(
        "\(value.shown) holds an event handler in a tag", help: "plotly.js drops it: only href, target and style stay")
    case .pageURL:
      Words("\(value.shown) holds a data: page", help: "plotly.js drops such a link: write an https address")
    default:
      Words(
        "\(value.shown) holds a link that runs a script", help: "plotly.js drops such a link: write an https address")
    }
  }
}
