import JSONCore
import Testing

@testable import FigureValidator

@Suite struct ScriptWhitespaceTests {
  /// ECMA-262: WhiteSpace and LineTerminator.
  static let whitespace: Set<UInt32> = [
    0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0xA0, 0x1680, 0x2000, 0x2001, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2007,
    0x2008, 0x2009, 0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF,
  ]

  @Test func knowsEachCharacterOfTheBasicPlane() {
    for value in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let text = String(scalar)
      let width = lend(text) { ScriptWhitespace.width($0, at: $1.lowerBound, before: $1.upperBound) }
      #expect(width == (Self.whitespace.contains(value) ? text.utf8.count : 0), "U+\(String(value, radix: 16))")
    }
  }

  @Test func trimsBothEnds() {
    func trimmed(_ text: String) -> String { lend(text) { $0.text(ScriptWhitespace.trimmed($0, $1)) } }
    #expect(trimmed("\u{FEFF} \u{2003}a b\u{A0}\u{3000}\n") == "a b")
    #expect(trimmed("é\u{A0}é") == "é\u{A0}é")
    #expect(trimmed(" \u{2028}\u{A0}") == "")
    #expect(trimmed("\u{200B}a\u{85}") == "\u{200B}a\u{85}")
  }
}
