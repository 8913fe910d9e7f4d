import TestSupport
import Testing

@testable import JSONCore

@Suite struct UTF8LanesTests {
  private static let borders: [UInt8] = [
    0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC, 0xED, 0xEE, 0xEF, 0xF0,
    0xF1, 0xF3, 0xF4, 0xF5, 0xFF,
  ]

  /// All sequences of bytes at which the grammar of RFC 3629 changes, within a vector and across the ends of vectors
  /// and blocks.
  @Test(arguments: [0, 7, 13, 14, 15, 61, 62, 63]) func agreeWithTheStandardLibrary(place: Int) {
    var text = [UInt8](repeating: 0x61, count: 128)
    for first in Self.borders {
      for second in Self.borders {
        for third in Self.borders {
          text.replaceSubrange(place..<place + 4, with: [first, second, third, 0x80])
          compare(text)
        }
      }
    }
  }

  private static let pieces = ["a", "é", "東京", "😀", "한글", "ไทย", "plain text "]

  @Test(arguments: 0..<20) func agreeWithTheStandardLibraryOnRandomText(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for round in 0..<200 {
      var text: [UInt8] = []
      while text.count < 400 { text += Array(random.element(of: Self.pieces).utf8) }
      for _ in 0..<round % 3 { text[random.number(0...127)] = random.element(of: Self.borders) }
      compare(Array(text.prefix(128)))
    }
  }

  /// Two blocks are right if both are; ASCII stands around them.
  private func compare(_ text: [UInt8]) {
    let letters = [UInt8](repeating: 0x61, count: 64)
    let all = letters + text + letters
    let isUTF8 = all.withInputBytes { bytes in
      stride(from: 64, to: 256, by: 64).allSatisfy { bytes.quadIsUTF8(at: $0) }
    }
    if isUTF8 != (String(validating: all, as: UTF8.self) != nil) { Issue.record("\(text)") }
  }

  @Test func needBytesBefore() {
    let text = [UInt8](repeating: 0x61, count: 70)
    #expect(
      text.withInputBytes { bytes in (0...8).map { bytes.quadIsUTF8(at: $0) } } == [
        false, false, false, true, true, true, true, false, false,
      ])
  }
}
