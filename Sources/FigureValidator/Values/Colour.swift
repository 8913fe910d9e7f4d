package import JSONCore
package import ValidationTree

/// Texts that plotly.js takes for colours.
package enum Colour {
  /// Whether plotly.js takes the text in `range` for a colour.
  ///
  /// Source: `valObjectMeta.color` of plotly.js, and the colour libraries that ``ColourGrammar`` names.
  ///
  /// - Complexity: O(length); allocates nothing, unless there is a Kelvin sign in the text.
  package static func isColour(_ bytes: InputBytes, _ range: Range<Int>, grammar: ColourGrammar) -> Bool {
    let text = ScriptWhitespace.trimmed(bytes, range)
    guard !text.isEmpty else { return false }
    if let plain = withoutKelvinSigns(bytes, text) {
      return plain.withInputBytes { isTrimmedColour($0, 0..<$0.count, grammar) }
    }
    return isTrimmedColour(bytes, text, grammar)
  }

  private static func isTrimmedColour(_ bytes: InputBytes, _ text: Range<Int>, _ grammar: ColourGrammar) -> Bool {
    switch grammar {
    case .tinycolor: TinycolorText.isColour(bytes, text)
    case .modern: ModernColourText.isColour(bytes, text)
    }
  }

  /// A copy of the text with a k for each Kelvin sign; nil where it has none.
  ///
  /// Both libraries make the text lower case first, and the Kelvin sign, U+212A, is the one character beyond ASCII whose
  /// lower case is an ASCII letter.
  private static func withoutKelvinSigns(_ bytes: InputBytes, _ text: Range<Int>) -> [UInt8]? {
    guard let first = text.first(where: { isKelvinSign(bytes, at: $0, before: text.upperBound) }) else { return nil }
    var plain = bytes.copy(text.lowerBound..<first)
    var offset = first
    while offset < text.upperBound {
      let isKelvin = isKelvinSign(bytes, at: offset, before: text.upperBound)
      plain.append(isKelvin ? UInt8(ascii: "k") : bytes[offset])
      offset += isKelvin ? 3 : 1
    }
    return plain
  }

  private static func isKelvinSign(_ bytes: InputBytes, at offset: Int, before end: Int) -> Bool {
    bytes[offset] == 0xE2 && offset + 3 <= end && bytes[offset + 1] == 0x84 && bytes[offset + 2] == 0xAA
  }
}
