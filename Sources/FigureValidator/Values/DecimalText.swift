package import JSONCore

/// The shapes of decimal numbers in texts that are not JSON.
package enum DecimalText {
  /// Where the decimal literal of ECMAScript at `offset` ends: sign, digits with a point anywhere, exponent; nil where
  /// there is none.
  package static func end(_ bytes: InputBytes, from offset: Int, before end: Int) -> Int? {
    let start = skipSign(bytes, from: offset, before: end)
    var next = skipDigits(bytes, from: start, before: end)
    var digits = next - start
    if next < end, bytes[next] == UInt8(ascii: ".") {
      let fraction = skipDigits(bytes, from: next + 1, before: end)
      digits += fraction - next - 1
      next = fraction
    }
    return digits == 0 ? nil : skipExponent(bytes, from: next, before: end)
  }

  /// Where the CSS number at `offset` ends, without an exponent; nil where there is none. A point belongs to it only
  /// with a digit behind.
  static func cssEnd(_ bytes: InputBytes, from offset: Int, before end: Int) -> Int? {
    let start = skipSign(bytes, from: offset, before: end)
    let next = skipDigits(bytes, from: start, before: end)
    if next < end, bytes[next] == UInt8(ascii: "."), isDigit(bytes, at: next + 1, before: end) {
      return skipDigits(bytes, from: next + 1, before: end)
    }
    return next == start ? nil : next
  }

  /// Behind the exponent at `offset`, or `offset` where there is none with a digit.
  static func skipExponent(_ bytes: InputBytes, from offset: Int, before end: Int) -> Int {
    guard offset < end, bytes[offset] | 0x20 == UInt8(ascii: "e") else { return offset }
    let digits = skipSign(bytes, from: offset + 1, before: end)
    return isDigit(bytes, at: digits, before: end) ? skipDigits(bytes, from: digits, before: end) : offset
  }

  static func isDigit(_ bytes: InputBytes, at offset: Int, before end: Int) -> Bool {
    offset < end && bytes[offset] &- UInt8(ascii: "0") < 10
  }

  private static func skipSign(_ bytes: InputBytes, from offset: Int, before end: Int) -> Int {
    guard offset < end else { return offset }
    return bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+") ? offset + 1 : offset
  }

  private static func skipDigits(_ bytes: InputBytes, from offset: Int, before end: Int) -> Int {
    var offset = offset
    while isDigit(bytes, at: offset, before: end) { offset += 1 }
    return offset
  }
}
