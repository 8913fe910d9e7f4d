package import Diagnostics
package import FigureValidator
import JSONCore

/// A rule is switched off in the figure where it finds nothing.
package enum UnusedSuppression: Rule {
  package static let metadata = RuleMetadata(
    id: .unusedSuppression, name: "unused-suppression", severity: .warning, since: "0.1.0",
    summary: "'meta.figlint.ignore' names a rule that finds nothing there",
    rationale: """
      'meta.figlint.ignore' of a trace switches rules off in that trace, that of the layout in the whole figure. What it \
      was written for has been repaired or never was there; left behind, it would hide the next mistake. Rules that are \
      not selected in this run are not judged.
      """,
    wrong: #"{"data": [{"y": [1, 2], "meta": {"figlint": {"ignore": ["S001"]}}}]}"#,
    right: #"{"data": [{"y": [1, 2], "note": "mine", "meta": {"figlint": {"ignore": ["S001"]}}}]}"#,
    remedy: "delete the entry")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let name = context.value(problem.range).shown
    return Words(
      "the suppression of \(name) hides nothing", help: "delete it: \(name) finds nothing here",
      fix: Fix(isSafe: true, edits: [deletion(of: problem.range, context.bytes)]))
  }

  /// The change that takes an entry out of its list; a single one becomes an empty list.
  private static func deletion(of entry: Range<Int>, _ bytes: InputBytes) -> Fix.Edit {
    var before = entry.lowerBound
    while before > 0, bytes[before - 1] <= 0x20 { before -= 1 }
    let opening = before > 0 ? bytes[before - 1] : 0
    if opening == UInt8(ascii: ",") { return Fix.Edit(range: before - 1..<entry.upperBound, text: "") }
    guard opening == UInt8(ascii: "[") else { return Fix.Edit(range: entry, text: "[]") }
    var scanner = JSONScanner(bytes, range: entry.upperBound..<bytes.count)
    guard scanner.peek() == UInt8(ascii: ",") else { return Fix.Edit(range: entry, text: "") }
    scanner.position += 1
    _ = scanner.peek()
    return Fix.Edit(range: entry.lowerBound..<scanner.position, text: "")
  }
}
