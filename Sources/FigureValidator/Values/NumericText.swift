package import JSONCore

/// Texts that plotly.js takes for numbers.
package enum NumericText {
  /// What the text in `range` is worth where plotly.js takes it for a number; nil where it does not.
  ///
  /// plotly.js asks the package fast-isnumeric: whatever `Number(text)` makes a finite number of, except blank text,
  /// so `" 12 "`, `"0x10"` and `"5."` but not `"12px"`, `"1_000"` and `"Infinity"`.
  ///
  /// - Complexity: O(length); allocates nothing where ``NumberText/double(_:_:)`` does not.
  package static func value(_ bytes: InputBytes, _ range: Range<Int>) -> Double? {
    let text = ScriptWhitespace.trimmed(bytes, range)
    guard !text.isEmpty else { return nil }
    let value = number(bytes, trimmed: text)
    return value.isFinite ? value : nil
  }

  /// `Number(text)` of ECMAScript: 0 for blank text, possibly infinite, and NaN for what is no number.
  package static func number(_ bytes: InputBytes, _ range: Range<Int>) -> Double {
    let text = ScriptWhitespace.trimmed(bytes, range)
    return text.isEmpty ? 0 : number(bytes, trimmed: text)
  }

  private static func number(_ bytes: InputBytes, trimmed text: Range<Int>) -> Double {
    if bytes[text.lowerBound] == UInt8(ascii: "0"), text.count > 2,
      let bits = bitsADigit(prefix: bytes[text.lowerBound + 1])
    {
      return binary(bytes, text.lowerBound + 2..<text.upperBound, bitsADigit: bits)
    }
    if let infinity = infinity(bytes, text) { return infinity }
    return DecimalText.end(bytes, from: text.lowerBound, before: text.upperBound) == text.upperBound
      ? NumberText.double(bytes, text) : .nan
  }

  private static func infinity(_ bytes: InputBytes, _ text: Range<Int>) -> Double? {
    let sign = bytes[text.lowerBound]
    let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
    let word = text.lowerBound + (isSigned ? 1 : 0)..<text.upperBound
    guard bytes.equals(word, "Infinity") else { return nil }
    return sign == UInt8(ascii: "-") ? -.infinity : .infinity
  }

  /// The bits that one digit stands for behind `0x`, `0o` or `0b`.
  private static func bitsADigit(prefix: UInt8) -> Int? {
    switch prefix | 0x20 {
    case UInt8(ascii: "x"): 4
    case UInt8(ascii: "o"): 3
    case UInt8(ascii: "b"): 1
    default: nil
    }
  }

  /// The value of digits in base 2, 8 or 16, rounded to the nearest double, ties to even.
  private static func binary(_ bytes: InputBytes, _ digits: Range<Int>, bitsADigit: Int) -> Double {
    var significand: UInt64 = 0
    var exponent = 0
    for offset in digits {
      guard let digit = hexDigit(bytes[offset]), digit >> UInt64(bitsADigit) == 0 else { return .nan }
      if significand >> 60 == 0 {
        significand = significand << UInt64(bitsADigit) | digit
      } else {
        // More than a double holds: what follows only decides whether the number lies above a tie.
        if digit != 0 { significand |= 1 }
        exponent += bitsADigit
      }
    }
    return Double(sign: .plus, exponent: exponent, significand: Double(significand))
  }

  private static func hexDigit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
