/// The shape of UTF-8 (RFC 3629 section 4).
package enum UTF8Text {
  /// The length in bytes of the well-formed character of two to four bytes at `offset`; 0 when none stands there.
  package static func validLength(_ bytes: InputBytes, _ offset: Int, _ end: Int) -> Int {
    func continues(_ i: Int) -> Bool { offset &+ i < end && bytes[offset &+ i] & 0xC0 == 0x80 }
    let second = offset &+ 1 < end ? bytes[offset &+ 1] : 0
    switch bytes[offset] {
    case 0xC2...0xDF: return continues(1) ? 2 : 0
    case 0xE0: return (0xA0...0xBF).contains(second) && continues(2) ? 3 : 0
    case 0xED: return (0x80...0x9F).contains(second) && continues(2) ? 3 : 0
    case 0xE1...0xEF: return continues(1) && continues(2) ? 3 : 0
    case 0xF0: return (0x90...0xBF).contains(second) && continues(2) && continues(3) ? 4 : 0
    case 0xF1...0xF3: return continues(1) && continues(2) && continues(3) ? 4 : 0
    case 0xF4: return (0x80...0x8F).contains(second) && continues(2) && continues(3) ? 4 : 0
    default: return 0
    }
  }

  /// The bytes from `offset` on that are no UTF-8, up to the next character that is.
  static func invalidRun(_ bytes: InputBytes, _ offset: Int, _ end: Int) -> Range<Int> {
    var i = offset &+ 1
    while i < end, bytes[i] >= 0x80, validLength(bytes, i, end) == 0 { i &+= 1 }
    return offset..<i
  }

  /// The length in bytes of whatever a reader would take for the character at `offset`: at least 1.
  static func scalarLength(_ bytes: InputBytes, _ offset: Int, _ end: Int) -> Int {
    bytes[offset] < 0x80 ? 1 : max(1, validLength(bytes, offset, end))
  }
}
