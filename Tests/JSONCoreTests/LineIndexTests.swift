import TestSupport
import Testing

@testable import JSONCore

@Suite struct LineIndexTests {
  private func position(_ text: String, _ offset: Int) -> LineColumn {
    Array(text.utf8).withInputBytes { bytes in
      var index = LineIndex(bytes)
      return index.position(of: offset)
    }
  }

  @Test func countsFromOne() {
    #expect(position("{}", 0) == LineColumn(line: 1, column: 1))
    #expect(position("", 0) == LineColumn(line: 1, column: 1))
  }

  @Test func endsLinesAtLineFeedsOnly() {
    #expect(position("a\nb", 2) == LineColumn(line: 2, column: 1))
    #expect(position("a\rb", 2) == LineColumn(line: 1, column: 3))
    #expect(position("a\u{2028}b", 4) == LineColumn(line: 1, column: 3))
  }

  @Test func countsCarriageReturnBeforeLineFeedToTheLineEnd() {
    #expect(position("ab\r\ncd", 2) == LineColumn(line: 1, column: 3))
    #expect(position("ab\r\ncd", 3) == LineColumn(line: 1, column: 3))
    #expect(position("ab\r\ncd", 4) == LineColumn(line: 2, column: 1))
  }

  @Test func countsScalars() {
    #expect(position("\"é日😀\":", 11) == LineColumn(line: 1, column: 6))
  }

  @Test func takesAnOffsetBehindTheEndForTheEnd() {
    #expect(position("ab\n", 99) == LineColumn(line: 2, column: 1))
    #expect(position("ab", -1) == LineColumn(line: 1, column: 1))
  }

  @Test(arguments: 0..<40) func agreesWithPlainCounting(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let text = random.hostileBytes(count: random.number(0...6_000))
    let offsets = (0..<200).map { _ in random.number(0...text.count) }
    text.withInputBytes { bytes in
      var ascending = LineIndex(bytes)
      var anyOrder = LineIndex(bytes)
      for offset in offsets.sorted() {
        #expect(ascending.position(of: offset) == plainPosition(text, offset), "seed \(seed), offset \(offset)")
      }
      for offset in offsets {
        #expect(anyOrder.position(of: offset) == plainPosition(text, offset), "seed \(seed), offset \(offset)")
      }
    }
  }

  /// With a search from the line's start for each, this would read 2 × 10^10 bytes.
  @Test func staysLinearOnOneLongLine() {
    let text = Array(repeating: UInt8(ascii: "x"), count: 2_000_000)
    text.withInputBytes { bytes in
      var index = LineIndex(bytes)
      for offset in stride(from: 0, to: text.count, by: 100) {
        guard index.position(of: offset) == LineColumn(line: 1, column: offset + 1) else {
          Issue.record("wrong at \(offset)")
          return
        }
      }
    }
  }

  /// The checked twin: byte by byte from the start.
  private func plainPosition(_ text: [UInt8], _ offset: Int) -> LineColumn {
    var position = LineColumn(line: 1, column: 1)
    for (i, byte) in text.prefix(offset).enumerated() {
      let isLineEnd = byte == 0x0A || (byte == 0x0D && i + 1 < text.count && text[i + 1] == 0x0A)
      if byte == 0x0A {
        position = LineColumn(line: position.line + 1, column: 1)
      } else if !(0x80..<0xC0).contains(byte), !isLineEnd {
        position.column += 1
      }
    }
    return position
  }
}
