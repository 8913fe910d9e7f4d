package import Diagnostics
package import FigureValidator
import JSONCore

/// Arrays and objects are nested beyond the limit.
package enum TooDeep: Rule {
  package static let metadata = RuleMetadata(
    id: .tooDeep, name: "too-deep", severity: .error, since: "0.1.0",
    summary: "arrays and objects are nested beyond the limit",
    rationale: """
      Programs that read JSON with a function that calls itself run out of stack on deep nesting. No figure needs \
      more than a few dozen levels; figlint stops at \(JSONScanner.defaultMaximumDepth).
      """,
    wrong: #"{"data": [{"y": [1], "meta": \#(nested(JSONScanner.defaultMaximumDepth))}]}"#,
    right: #"{"data": [{"y": [1], "meta": \#(nested(3))}]}"#,
    remedy: "make the data flatter; plotly.js has no use for such depth")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .brokenText(.tooDeep(let limit)) = problem.detail else { return Words("the nesting is too deep") }
    return Words("more than \(limit) arrays and objects are nested", help: "what lies deeper is not checked")
  }

  private static func nested(_ depth: Int) -> String {
    String(decoding: repeatElement(UInt8(ascii: "["), count: depth), as: UTF8.self)
      + String(decoding: repeatElement(UInt8(ascii: "]"), count: depth), as: UTF8.self)
  }
}
