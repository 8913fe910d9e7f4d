import JSONCore

/// Colours as tinycolor2 reads them, the library in plotly.js up to 3.x.
///
/// It searches rather than parses: a function name, an opening and three or four numbers anywhere in the text are
/// enough, and what stands before or behind them does not matter.
enum TinycolorText {
  /// Whether the trimmed text in `text` is a colour. O(length).
  static func isColour(_ bytes: InputBytes, _ text: Range<Int>) -> Bool {
    isHexadecimal(bytes, text) || NamedColours.contains(bytes, text) || LowercaseText.equals(bytes, text, "burntsienna")
      || holdsFunction(bytes, text)
  }

  /// 3, 4, 6 or 8 hexadecimal digits, with or without `#`.
  private static func isHexadecimal(_ bytes: InputBytes, _ text: Range<Int>) -> Bool {
    let digits = bytes[text.lowerBound] == UInt8(ascii: "#") ? text.lowerBound + 1..<text.upperBound : text
    return HexadecimalColour.isColour(bytes, digits)
  }

  /// Whether `rgb`, `hsl` or `hsv` with three numbers, or `rgba`, `hsla` or `hsva` with four, is in the text.
  private static func holdsFunction(_ bytes: InputBytes, _ text: Range<Int>) -> Bool {
    for offset in text where isFunctionName(bytes, at: offset, before: text.upperBound) {
      let isWithAlpha = LowercaseText.matches(bytes, at: offset + 3, before: text.upperBound, "a")
      let opening = offset + (isWithAlpha ? 4 : 3)
      if holdsNumbers(isWithAlpha ? 4 : 3, bytes, from: opening, before: text.upperBound) { return true }
    }
    return false
  }

  private static func isFunctionName(_ bytes: InputBytes, at offset: Int, before end: Int) -> Bool {
    switch LowercaseText.byte(bytes, at: offset) {
    case UInt8(ascii: "r"): LowercaseText.matches(bytes, at: offset, before: end, "rgb")
    case UInt8(ascii: "h"):
      LowercaseText.matches(bytes, at: offset, before: end, "hsl")
        || LowercaseText.matches(bytes, at: offset, before: end, "hsv")
    default: false
    }
  }

  /// Whether an opening and then `count` numbers with separators between them start at `offset`.
  private static func holdsNumbers(_ count: Int, _ bytes: InputBytes, from offset: Int, before end: Int) -> Bool {
    var next = skip(bytes, from: offset, before: end, separator: UInt8(ascii: "("))
    guard next > offset else { return false }
    for index in 1...count {
      guard let unit = unitEnd(bytes, from: next, before: end) else { return false }
      if index == count { break }
      next = skip(bytes, from: unit, before: end, separator: UInt8(ascii: ","))
      guard next > unit else { return false }
    }
    return true
  }

  /// Behind the number at `offset` and its percent sign; nil where there is no number.
  private static func unitEnd(_ bytes: InputBytes, from offset: Int, before end: Int) -> Int? {
    guard let number = DecimalText.cssEnd(bytes, from: offset, before: end) else { return nil }
    return number < end && bytes[number] == UInt8(ascii: "%") ? number + 1 : number
  }

  /// Skips white space, bars and `separator`, in any order and number. The bars come from a regular expression whose
  /// author meant `(a|b)` and wrote `[a|b]`.
  private static func skip(_ bytes: InputBytes, from offset: Int, before end: Int, separator: UInt8) -> Int {
    var offset = offset
    while offset < end {
      if bytes[offset] == separator || bytes[offset] == UInt8(ascii: "|") {
        offset += 1
      } else if case let width = ScriptWhitespace.width(bytes, at: offset, before: end), width > 0 {
        offset += width
      } else {
        break
      }
    }
    return offset
  }
}
