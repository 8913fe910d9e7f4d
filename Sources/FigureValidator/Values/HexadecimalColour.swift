import JSONCore

/// Colours in hexadecimal digits.
enum HexadecimalColour {
  /// Whether `digits` are 3, 4, 6 or 8 hexadecimal digits and nothing else.
  static func isColour(_ bytes: InputBytes, _ digits: Range<Int>) -> Bool {
    switch digits.count {
    case 3, 4, 6, 8: digits.allSatisfy { isDigit(bytes[$0]) }
    default: false
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
  }
}
