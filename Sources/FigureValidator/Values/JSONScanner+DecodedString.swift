import JSONCore

extension JSONScanner {
  /// Passes the string at ``position`` and lends its text, without escapes, to `body`.
  ///
  /// Allocates only for a string with escapes.
  mutating func scanDecodedString<R>(_ body: (InputBytes, Range<Int>) -> R) throws(ScanError) -> R {
    let string = try scanString()
    guard string.hasEscapes else { return body(bytes, string.content) }
    return StringText.decoded(bytes, string.content).withInputBytes { body($0, 0..<$0.count) }
  }
}
