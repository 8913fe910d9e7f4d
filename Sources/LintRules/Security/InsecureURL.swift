package import Diagnostics
package import FigureValidator
import JSONCore

/// Something is loaded over http.
package enum InsecureURL: Rule {
  package static let metadata = RuleMetadata(
    id: .insecureURL, name: "insecure-url", severity: .warning, since: "0.1.0",
    summary: "something is loaded over http",
    rationale: """
      A page that was loaded over https may not load images or map data over http: browsers block that. Where they do \
      not, everybody on the way sees what is loaded and can change it. Addresses of the own machine are no matter, and \
      neither are links that a reader may follow.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"images": [{"source": "http://example.com/logo.png"}]}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"images": [{"source": "https://example.com/logo.png"}]}}"#,
    remedy: "write https, or embed the image as a data: address")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let value = context.value(problem.range)
    let start = value.content.lowerBound
    let isPlain = value.content.count > 4 && context.bytes[start] | 0x20 == UInt8(ascii: "h")
    return Words(
      "\(value.shown) is loaded over http, which pages on https block", help: "write https",
      fix: isPlain ? .replacing(start..<start + 4, with: "https") : nil)
  }
}
