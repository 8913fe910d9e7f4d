import JSONCore
import TestSupport
import Testing
import ValidationTree

@testable import FigureValidator

/// The checks of values see what a file holds, and that may be anything.
@Suite struct AnyBytesTests {
  /// Pieces that the checks look at closely, whole and cut in the middle of a character.
  static let pieces: [[UInt8]] =
    [
      "rgb(", "hsla(", "color(", "srgb", "oklab(", "1", "20", ".5", "e", "+", "-", "%", "deg", ",", " ", "/", ")", "#",
      "f00", "none", "0x", "Infinity", "=", "\u{212A}", "\u{A0}", "\u{3000}", "\u{FEFF}", "é", "😀", "\"", "[", "]",
    ].map { Array($0.utf8) } + [[0xE2], [0xE2, 0x84], [0xC2], [0xEF, 0xBB], [0x80], [0xFF], [0]]

  @Test func doNotTrapAnyCheck() {
    var random = SeededRandom(seed: 4)
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      for _ in 0...random.number(0...12) { bytes += Self.pieces[random.number(0...Self.pieces.count - 1)] }
      let start = random.number(0...bytes.count)
      let range = start..<random.number(start...bytes.count)
      bytes.withInputBytes { check($0, range) }
    }
  }

  private func check(_ bytes: InputBytes, _ range: Range<Int>) {
    for grammar in [ColourGrammar.tinycolor, .modern] {
      _ = Colour.isColour(bytes, range, grammar: grammar)
      _ = Colorscale.isColorscale(bytes, range, grammar: grammar)
    }
    let value = NumericText.value(bytes, range)
    #expect(value?.isFinite ?? true)
    _ = TypedArrayElement(bytes, range)
    _ = TypedArrayShape(bytes, text: range).count
    let survey = Base64.survey(bytes, range)
    #expect(survey.decodedLength >= 0)
    #expect(survey.firstBad.map { range.contains($0) || $0 == range.upperBound } ?? true)
    let trimmed = ScriptWhitespace.trimmed(bytes, range)
    #expect(range.lowerBound <= trimmed.lowerBound && trimmed.upperBound <= range.upperBound)
  }
}
