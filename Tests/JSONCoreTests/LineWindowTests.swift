import TestSupport
import Testing

@testable import JSONCore

@Suite struct LineWindowTests {
  /// The window around the first `mark` in `text`, with brackets around the mark and `…` where it is cut.
  private func shown(_ text: String, around mark: String) throws -> String {
    let bytes = Array(text.utf8)
    let found = try #require(text.range(of: mark), "no \(mark)")
    let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
    return shown(bytes, start..<start + mark.utf8.count)
  }

  private func shown(_ text: [UInt8], _ range: Range<Int>) -> String {
    text.withInputBytes { bytes in
      let window = LineWindow(of: bytes, around: range)
      let before = bytes.text(window.range.lowerBound..<window.mark.lowerBound)
      let behind = bytes.text(window.mark.upperBound..<window.range.upperBound)
      return (window.isCutBefore ? "…" : "") + before + "[" + bytes.text(window.mark) + "]" + behind
        + (window.isCutBehind ? "…" : "")
    }
  }

  @Test func showsAShortLineWhole() throws {
    #expect(try shown("{\n  \"a\": 1,\n  \"b\": 2\n}", around: "\"b\"") == "  [\"b\"]: 2")
    #expect(try shown("{\r\n  \"a\": 1\r\n}", around: "1") == "  \"a\": [1]")
  }

  @Test func leavesOutLaterLinesOfTheMark() throws {
    #expect(try shown("x: {\n 1\n}", around: "{\n 1\n}") == "x: [{]")
    #expect(try shown("x: {\r\n 1\n}", around: "{\r\n 1\n}") == "x: [{]")
  }

  @Test func showsThePlaceOfWhatIsMissing() {
    #expect(shown(Array("{\"a\": ".utf8), 6..<6) == "{\"a\": []")
    #expect(shown(Array("{\n".utf8), 2..<2) == "[]")
    #expect(shown([], 0..<0) == "[]")
  }

  @Test func cutsALongLineOnBothSides() throws {
    let line = String(repeating: "a", count: 500) + "MARK" + String(repeating: "b", count: 500)
    #expect(
      try shown(line, around: "MARK") == "…" + String(repeating: "a", count: 30) + "[MARK]"
        + String(repeating: "b", count: 66) + "…")
  }

  @Test func usesTheWholeWidthNearTheEndOfALongLine() throws {
    let line = String(repeating: "a", count: 500) + "MARK"
    #expect(try shown(line, around: "MARK") == "…" + String(repeating: "a", count: 96) + "[MARK]")
  }

  @Test func cutsAMarkThatIsTooLong() {
    let text = Array(repeating: UInt8(ascii: "x"), count: 300)
    #expect(shown(text, 0..<300) == "[" + String(repeating: "x", count: 100) + "]…")
  }

  @Test(arguments: 0..<40) func keepsCharactersWhole(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let text = Array(random.hostileText(count: 500).utf8)
    for _ in 0..<50 {
      let start = random.number(0...text.count)
      let range = start..<min(text.count, start + random.number(0...200))
      let clamped = range.lowerBound..<max(range.lowerBound, range.upperBound)
      #expect(!shown(text, clamped).unicodeScalars.contains("\u{FFFD}"), "seed \(seed), range \(clamped)")
    }
  }

  @Test(arguments: 0..<40) func isTheSameInPlainTextByEitherWay(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var text = (0..<600).map { _ in UInt8(random.number(0x20...0x7E)) }
    for _ in 0..<random.number(0...12) {
      text[random.number(0...599)] = [0x0A, 0x0A, 0x0D, 0x09, 0xC3, 0xA9][random.number(0...5)]
    }
    var plain = 0
    text.withInputBytes { bytes in
      for offset in 0...text.count {
        let range = offset..<min(text.count, offset + random.number(0...150))
        guard let window = LineWindow(plain: bytes, around: range) else { continue }
        plain += 1
        let twin = LineWindow(any: bytes, around: range)
        #expect(window.range == twin.range && window.mark == twin.mark, "seed \(seed), \(range)")
        #expect(
          window.isCutBefore == twin.isCutBefore && window.isCutBehind == twin.isCutBehind, "seed \(seed), \(range)")
      }
    }
    #expect(plain > 0, "seed \(seed)")
  }

  @Test(arguments: 0..<40) func staysOnOneLineAndInTheTextWhateverItHolds(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let text = random.hostileBytes(count: 400)
    text.withInputBytes { bytes in
      for offset in 0...text.count {
        let window = LineWindow(of: bytes, around: offset..<min(text.count, offset + 5))
        #expect(window.range.lowerBound >= 0 && window.range.upperBound <= text.count)
        #expect(window.range.clamped(to: window.mark) == window.mark, "seed \(seed), offset \(offset)")
        #expect(!text[window.range].contains(0x0A), "seed \(seed), offset \(offset)")
        #expect(window.range.count <= 4 * LineWindow.width)
      }
    }
  }
}

extension String {
  /// The first place of `part`; for tests, which do without Foundation here.
  fileprivate func range(of part: String) -> Range<Index>? {
    indices.lazy.compactMap { start in
      self[start...].hasPrefix(part) ? start..<self.index(start, offsetBy: part.count) : nil
    }.first
  }
}
