import JSONCore

/// Cuts a colour function into the tokens of CSS, as culori does.
struct ColourTokens {
  enum Token {
    /// A name with its opening bracket; the range is the name's.
    case function(Range<Int>)
    case identifier(Range<Int>)
    case none
    case number
    case percentage
    case angle
    /// A slash with what follows it.
    case alpha
    case closing
    /// Nothing is left.
    case end
    /// What no colour has.
    case unknown
  }

  private let bytes: InputBytes
  private var offset: Int
  private let end: Int

  init(_ bytes: InputBytes, _ text: Range<Int>) {
    self.bytes = bytes
    offset = text.lowerBound
    end = text.upperBound
  }

  mutating func next() -> Token {
    skipBlanks()
    guard offset < end else { return .end }
    if isNumber { return number() }
    switch bytes[offset] {
    case UInt8(ascii: ")"):
      offset += 1
      return .closing
    case UInt8(ascii: "/"):
      offset += 1
      return alpha()
    case UInt8(ascii: "-"):
      return isIdentifier ? .identifier(takeName()) : .unknown
    default:
      return isIdentifier ? name() : .unknown
    }
  }

  /// Skips the three characters that separate here: other white space is no part of a colour.
  private mutating func skipBlanks() {
    while bytes[offset] == UInt8(ascii: " ") || bytes[offset] == UInt8(ascii: "\t")
      || bytes[offset] == UInt8(ascii: "\n"), offset < end
    {
      offset += 1
    }
  }

  private var isNumber: Bool { DecimalText.cssEnd(bytes, from: offset, before: end) != nil }

  private var isIdentifier: Bool {
    guard offset < end else { return false }
    guard bytes[offset] == UInt8(ascii: "-") else { return Self.isNameStart(bytes[offset]) }
    guard offset + 1 < end else { return false }
    return bytes[offset + 1] == UInt8(ascii: "-") || Self.isNameStart(bytes[offset + 1])
  }

  private mutating func number() -> Token {
    guard let digits = DecimalText.cssEnd(bytes, from: offset, before: end) else { return .unknown }
    offset = DecimalText.skipExponent(bytes, from: digits, before: end)
    if isIdentifier {
      let unit = takeName()
      return LowercaseText.isOne(of: "deg rad turn grad", bytes, unit) ? .angle : .unknown
    }
    guard offset < end, bytes[offset] == UInt8(ascii: "%") else { return .number }
    offset += 1
    return .percentage
  }

  private mutating func alpha() -> Token {
    skipBlanks()
    if isNumber {
      switch number() {
      case .number, .percentage: return .alpha
      default: return .unknown
      }
    }
    return isIdentifier && LowercaseText.equals(bytes, takeName(), "none") ? .alpha : .unknown
  }

  private mutating func name() -> Token {
    let name = takeName()
    if offset < end, bytes[offset] == UInt8(ascii: "(") {
      offset += 1
      return .function(name)
    }
    return LowercaseText.equals(bytes, name, "none") ? .none : .identifier(name)
  }

  private mutating func takeName() -> Range<Int> {
    let start = offset
    while offset < end, Self.isNameStart(bytes[offset]) || Self.isDigitOrDash(bytes[offset]) { offset += 1 }
    return start..<offset
  }

  /// A letter, an underscore or any character beyond ASCII.
  private static func isNameStart(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == UInt8(ascii: "_") || (byte | 0x20) &- UInt8(ascii: "a") < 26
  }

  private static func isDigitOrDash(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte &- UInt8(ascii: "0") < 10
  }
}
