package import Diagnostics
package import FigureValidator
import JSONCore

/// The text is not JSON.
package enum InvalidJSON: Rule {
  package static let metadata = RuleMetadata(
    id: .invalidJSON, name: "invalid-json", severity: .error, since: "0.1.0",
    summary: "the text is not JSON (RFC 8259)",
    rationale: """
      JSON.parse throws at the first character that is wrong, and nothing is drawn. figlint stops there, too, and what \
      it found before still counts. A byte-order mark, a comma before a closing bracket, bytes that are no UTF-8 and \
      half a surrogate pair it reports and passes over.
      """,
    wrong: #"{"data": [{"y": [1, 2, 3], "mode": "lines"},]}"#,
    right: #"{"data": [{"y": [1, 2, 3], "mode": "lines"}]}"#,
    remedy: "write the file with a JSON library, or correct the place that is named")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    switch problem.detail {
    case .brokenText(let kind): BrokenText(kind, problem.range, context.bytes).words
    case .textIssue(.byteOrderMark):
      Words(
        "the text begins with a byte-order mark", help: "delete it: JSON is UTF-8 without a mark",
        fix: .deleting(problem.range))
    case .textIssue(.trailingComma):
      Words(
        "a comma stands before the closing bracket", help: "delete the comma", fix: .deleting(problem.range))
    case .textIssue(.invalidUTF8): Words(invalidUTF8(problem.range, context.bytes), help: "save the file as UTF-8")
    case .textIssue(.loneSurrogate): Words(loneSurrogate(problem.range, context.bytes))
    default: Words("the text is not JSON")
    }
  }
}

private func invalidUTF8(_ range: Range<Int>, _ bytes: InputBytes) -> String {
  let shown = range.prefix(4).map { "0x" + hexadecimal(bytes[$0]) }.joined(separator: " ")
  if range.count == 1 { return "the byte \(shown) is no UTF-8" }
  return "the bytes \(shown)\(range.count > 4 ? " …" : "") are no UTF-8"
}

private func loneSurrogate(_ range: Range<Int>, _ bytes: InputBytes) -> String {
  "\(ClippedText(raw: range, bytes).quoted) is half of a surrogate pair, which is no character"
}

private func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.count == 1 ? "0" + digits : digits
}

extension Fix {
  /// A safe fix that takes `range` away.
  fileprivate static func deleting(_ range: Range<Int>) -> Fix {
    Fix(isSafe: true, edits: [Edit(range: range, text: "")])
  }
}
