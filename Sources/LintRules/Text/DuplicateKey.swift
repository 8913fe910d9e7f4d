package import Diagnostics
package import FigureValidator
import JSONCore

/// An object has the same key twice.
package enum DuplicateKey: Rule {
  package static let metadata = RuleMetadata(
    id: .duplicateKey, name: "duplicate-key", severity: .error, since: "0.1.0",
    summary: "an object has the same key twice",
    rationale: """
      JSON.parse and most other readers keep the last value and drop the others without a word, so that a part of what \
      was written is never drawn. Keys are compared after their escapes are read.
      """,
    wrong: #"{"data": [{"y": [1, 2], "name": "a", "name": "b"}]}"#,
    right: #"{"data": [{"y": [1, 2], "name": "b"}]}"#,
    remedy: "keep the one that is meant; readers take the last")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let key = ReceivedValue(context.bytes, problem.range)
    var fix: Fix?
    if case .textIssue(.duplicateKey(let first)) = problem.detail,
      let member = member(at: first, before: problem.range.lowerBound, context.bytes)
    {
      fix = Fix(isSafe: false, edits: [Fix.Edit(range: member, text: "")])
    }
    return Words(
      "the object has the key \(key.shown) more than once", help: "delete the one not meant: only the last counts",
      fix: fix)
  }

  /// The member whose key begins at `offset`, up to the key of the next one; nil where that is not before `end` or so.
  private static func member(at offset: Int, before end: Int, _ bytes: InputBytes) -> Range<Int>? {
    guard offset < end else { return nil }
    var scanner = JSONScanner(bytes, range: offset..<bytes.count, maximumDepth: .max)
    do throws(ScanError) {
      _ = try scanner.scanString()
      guard scanner.peek() == UInt8(ascii: ":") else { return nil }
      scanner.position += 1
      try scanner.skipValue()
      guard scanner.peek() == UInt8(ascii: ",") else { return nil }
      scanner.position += 1
      guard scanner.peek() == UInt8(ascii: "\""), scanner.position <= end else { return nil }
      return offset..<scanner.position
    } catch {
      return nil
    }
  }
}
