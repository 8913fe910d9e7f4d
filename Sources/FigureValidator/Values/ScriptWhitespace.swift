package import JSONCore

/// White space as ECMAScript has it: what `trim()` removes, `\s` matches and `Number` overlooks.
///
/// Source: ECMA-262, WhiteSpace and LineTerminator. Not among them are U+0085, U+180E and U+200B.
package enum ScriptWhitespace {
  /// How many bytes the white-space character at `offset` has; 0 where there is another character or none before `end`.
  package static func width(_ bytes: InputBytes, at offset: Int, before end: Int) -> Int {
    guard offset < end else { return 0 }
    switch bytes[offset] {
    case 0x09...0x0D, 0x20: return 1
    case 0xC2: return offset + 2 <= end && bytes[offset + 1] == 0xA0 ? 2 : 0
    case 0xE1...0xEF: return offset + 3 <= end && isWide(bytes, at: offset) ? 3 : 0
    default: return 0
    }
  }

  /// The first offset from `offset` on that is `end` or has no white space.
  package static func skip(_ bytes: InputBytes, from offset: Int, before end: Int) -> Int {
    var offset = offset
    while case let width = width(bytes, at: offset, before: end), width > 0 { offset += width }
    return offset
  }

  /// `range` without the white space at both its ends.
  package static func trimmed(_ bytes: InputBytes, _ range: Range<Int>) -> Range<Int> {
    let start = skip(bytes, from: range.lowerBound, before: range.upperBound)
    var end = range.upperBound
    while end > start {
      var last = end - 1
      while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }  // back to the character's first byte
      guard width(bytes, at: last, before: end) > 0 else { break }
      end = last
    }
    return start..<end
  }

  /// Whether the three bytes at `offset` are a white-space character.
  private static func isWide(_ bytes: InputBytes, at offset: Int) -> Bool {
    switch (bytes[offset], bytes[offset + 1], bytes[offset + 2]) {
    case (0xE1, 0x9A, 0x80): true  // U+1680
    case (0xE2, 0x80, 0x80...0x8A): true  // U+2000 to U+200A
    case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF): true  // U+2028, U+2029, U+202F
    case (0xE2, 0x81, 0x9F): true  // U+205F
    case (0xE3, 0x80, 0x80): true  // U+3000
    case (0xEF, 0xBB, 0xBF): true  // U+FEFF
    default: false
    }
  }
}
