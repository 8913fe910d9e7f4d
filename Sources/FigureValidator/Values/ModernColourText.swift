import JSONCore

/// Colours as plotly.js reads them from 4.0 on: with the library culori, save that hexadecimal digits need their `#`.
enum ModernColourText {
  /// Whether the trimmed text in `text` is a colour. O(length).
  static func isColour(_ bytes: InputBytes, _ text: Range<Int>) -> Bool {
    if bytes[text.lowerBound] == UInt8(ascii: "#") {
      return HexadecimalColour.isColour(bytes, text.lowerBound + 1..<text.upperBound)
    }
    return NamedColours.contains(bytes, text) || CommaColourFunction.isColour(bytes, text)
      || SpaceColourFunction.isColour(bytes, text)
  }
}
