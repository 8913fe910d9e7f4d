import JSONCore

/// Texts that can stand as JSON without quotes.
enum ScalarText {
  /// Whether a text is a number of JSON (RFC 8259 section 6) and nothing else.
  static func isJSONNumber(_ text: String) -> Bool {
    guard let first = text.utf8.first, first == UInt8(ascii: "-") || 0x30...0x39 ~= first else { return false }
    return Array(text.utf8).withInputBytes { bytes in
      var scanner = JSONScanner(bytes, range: 0..<bytes.count)
      guard let kind = try? scanner.skipValue(), kind == .number else { return false }
      return scanner.position == bytes.count
    }
  }
}
