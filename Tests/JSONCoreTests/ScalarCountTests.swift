import JSONCore
import TestSupport
import Testing

@Suite struct ScalarCountTests {
  @Test func isThatOfTheString() {
    var random = SeededRandom(seed: 4)
    for count in 0...150 {
      for text in [
        random.hostileText(count: count),
        String(repeating: "a", count: count) + "…" + String(repeating: "é", count: count),
      ] {
        #expect(
          text.utf8.span.withInputBytes { $0.scalarCount(in: 0..<$0.count) }
            == text.unicodeScalars.count, "\(text)")
      }
    }
  }
}
