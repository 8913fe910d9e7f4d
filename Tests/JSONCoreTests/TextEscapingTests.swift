import TestSupport
import Testing

@testable import JSONCore

@Suite struct TextEscapingTests {
  @Test(arguments: [
    ("\u{1b}[31mred", #"\u{1b}[31mred"#), ("a\nb\r\tc", #"a\nb\r\tc"#), ("\0\u{7f}\u{9b}", #"\u{0}\u{7f}\u{9b}"#),
    ("\u{202e}abc\u{2066}", #"\u{202e}abc\u{2066}"#), ("co\u{200b}lor\u{feff}", #"co\u{200b}lor\u{feff}"#),
    ("color\u{a0}", #"color\u{a0}"#), ("x\u{fe0f}\u{ad}\u{3164}", #"x\u{fe0f}\u{ad}\u{3164}"#),
    ("\u{2028}\u{2029}", #"\u{2028}\u{2029}"#), ("\u{e0041}", #"\u{e0041}"#),
  ])
  func showsWhatWouldBeUnseenOrObeyed(text: String, expected: String) {
    #expect(TextEscaping.escaped(text) == expected)
  }

  @Test(arguments: ["plain 'text' \"\\n\"", "Größe", "日本\u{3000}語", "e\u{301}", "😀", "עברית"])
  func leavesWhatPeopleWriteAlone(text: String) {
    #expect(TextEscaping.escaped(text) == text)
  }

  @Test func givesTheSizeOfWhatItCuts() {
    let text = String(repeating: "a", count: 12_345)
    #expect(TextEscaping.escaped(text, limit: 30) == String(repeating: "a", count: 14) + "… (12,345 bytes)")
    #expect(TextEscaping.escaped("short", limit: 5) == "short")
  }

  @Test(arguments: 0..<20) func keepsTheLimit(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for limit in 40..<80 {
      let text = random.hostileText(count: random.number(0...120))
      let shown = TextEscaping.escaped(text, limit: limit)
      #expect(shown.unicodeScalars.count <= limit, "seed \(seed), limit \(limit)")
      #expect(shown.unicodeScalars.allSatisfy { TextEscaping.escape($0) == nil }, "seed \(seed), limit \(limit)")
    }
  }
}

@Suite struct ValueQuotingTests {
  @Test func quotesAShortValueWhole() {
    #expect(ValueQuoting.quoted("red") == "'red'")
    #expect(ValueQuoting.quoted(String(repeating: "日", count: 60)) == "'\(String(repeating: "日", count: 60))'")
  }

  @Test func givesTheSizeOfALongValue() {
    #expect(ValueQuoting.quoted(String(repeating: "a", count: 12_345), limit: 4) == "'aaaa…' (12,345 bytes)")
    let bytes = Array(String(repeating: "日", count: 1_000).utf8)
    #expect(bytes.withInputBytes { ValueQuoting.quoted($0, 0..<3_000, limit: 2) } == "'日日…' (3,000 bytes)")
  }

  @Test func groupsDigits() {
    #expect(
      [0, 999, 1_000, -1_234_567, .max].map(\.grouped)
        == ["0", "999", "1,000", "-1,234,567", "9,223,372,036,854,775,807"])
  }
}
