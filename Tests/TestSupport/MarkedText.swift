/// A text with the place of interest between `«` and `»`, which are no part of it: `[1 «x»]`.
package struct MarkedText: Sendable {
  package let bytes: [UInt8]
  /// 0-based bytes.
  package let range: Range<Int>

  /// Without marks, the range is all of the text.
  package init(_ marked: String) {
    let parts = marked.split(omittingEmptySubsequences: false) { $0 == "«" || $0 == "»" }.map { Array($0.utf8) }
    bytes = Array(parts.joined())
    range = parts.count == 3 ? parts[0].count..<parts[0].count + parts[1].count : 0..<bytes.count
  }
}
