import JSONCore

/// Colour functions with commas, `rgb(1, 2, 3)` and `hsla(120deg, 50%, 50%, 0.5)`: the syntax of CSS Color Module
/// Level 3 as culori reads it.
enum CommaColourFunction {
  /// Whether the trimmed text in `text` is such a function and nothing else. O(length).
  static func isColour(_ bytes: InputBytes, _ text: Range<Int>) -> Bool {
    var scanner = Scanner(bytes: bytes, offset: text.lowerBound, end: text.upperBound)
    if scanner.take("rgb") { return scanner.takeOpening() && scanner.takeChannels() && scanner.takeClosing() }
    if scanner.take("hsl") { return scanner.takeOpening() && scanner.takeHueAndShares() && scanner.takeClosing() }
    return false
  }

  /// Goes through the text from left to right; what is not there is not taken.
  private struct Scanner {
    let bytes: InputBytes
    var offset: Int
    let end: Int

    mutating func take(_ word: StaticString) -> Bool {
      guard LowercaseText.matches(bytes, at: offset, before: end, word) else { return false }
      offset += word.utf8CodeUnitCount
      return true
    }

    mutating func skipSpace() {
      offset = ScriptWhitespace.skip(bytes, from: offset, before: end)
    }

    mutating func takeNumber() -> Bool {
      guard let number = DecimalText.cssEnd(bytes, from: offset, before: end) else { return false }
      offset = DecimalText.skipExponent(bytes, from: number, before: end)
      return true
    }

    mutating func takeComma() -> Bool {
      skipSpace()
      guard take(",") else { return false }
      skipSpace()
      return true
    }

    mutating func takePercentage() -> Bool { takeNumber() && take("%") }

    /// The rest of the name, which may or may not say that alpha follows, and the bracket.
    mutating func takeOpening() -> Bool {
      _ = take("a")
      guard take("(") else { return false }
      skipSpace()
      return true
    }

    /// Red, green and blue: all three numbers or all three percentages.
    mutating func takeChannels() -> Bool {
      guard takeNumber() else { return false }
      let isPercentage = take("%")
      for _ in 0..<2 {
        guard takeComma(), takeNumber(), take("%") == isPercentage else { return false }
      }
      return true
    }

    /// Hue, as a number or an angle, then saturation and lightness in percent.
    mutating func takeHueAndShares() -> Bool {
      guard takeNumber() else { return false }
      _ = take("deg") || take("grad") || take("rad") || take("turn")
      return takeComma() && takePercentage() && takeComma() && takePercentage()
    }

    /// Alpha, or none, and the bracket at the very end.
    mutating func takeClosing() -> Bool {
      skipSpace()
      if take(",") {
        skipSpace()
        guard takeNumber() else { return false }
        _ = take("%")
        skipSpace()
      }
      return take(")") && offset == end
    }
  }
}
