package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// An array stands where one value is needed.
package enum ArrayNotAllowed: Rule {
  package static let metadata = RuleMetadata(
    id: .arrayNotAllowed, name: "array-not-allowed", severity: .error, since: "0.1.0",
    summary: "an array stands where the attribute takes one value",
    rationale: """
      Only attributes that the schema marks with `arrayOk` take a value for each point. For the others plotly.js takes \
      the default. Typed arrays ({"dtype", "bdata"}) are arrays.
      """,
    wrong: #"{"data": [{"y": [1, 2], "mode": ["lines", "markers"]}]}"#,
    right: #"{"data": [{"y": [1, 2], "mode": "lines+markers"}]}"#,
    remedy: "write one value; for different values use several traces")

  package static func isToldByTheText(_ problem: Problem, _ context: WordingContext) -> Bool { true }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .arrayNotAllowed(let id) = problem.detail else { return Words("an array is not allowed") }
    let value = context.value(problem.range)
    let noun = value.kind == .object ? "a typed array" : value.shown
    let expected = ValueDescription(context.tree, id).text
    var words = Words("received \(noun), expected \(expected)")
    if let item = soleItem(value, context.bytes) {
      words.help = "write the value without the brackets"
      words.fix = .replacing(value.range, with: context.bytes.text(item))
    } else if context.tree.attribute(id).valType == .flaglist {
      words.help = "join the flags with '+' in one string"
    }
    return words
  }

  /// The only element of an array, if it is a scalar of moderate length.
  private static func soleItem(_ value: ReceivedValue, _ bytes: InputBytes) -> Range<Int>? {
    guard value.kind == .array, value.range.count < 200 else { return nil }
    var scanner = JSONScanner(bytes, range: value.range)
    var items: [Range<Int>] = []
    try? scanner.forEachElement { (scanner) throws(ScanError) in
      _ = scanner.peek()
      let start = scanner.position
      let kind = try scanner.skipValue()
      items.append(kind == .array || kind == .object ? start..<start : start..<scanner.position)
    }
    return items.count == 1 && !items[0].isEmpty ? items[0] : nil
  }
}
