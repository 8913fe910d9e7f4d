import JSONCore
import Testing

/// The bound of the nesting.
@Suite struct NestingTests {
  @Test(arguments: ["[", "{\"\":", "[{\"\":"]) func endsInAnErrorAtAHundredThousandBrackets(opening: String) {
    let text = Array(String(repeating: opening, count: 100_000).utf8)
    let error = ScanOutcome(skipping: text).error
    #expect(error?.kind == .tooDeep(limit: 512))
    let brackets = text.indices.filter { text[$0] == UInt8(ascii: "[") || text[$0] == UInt8(ascii: "{") }
    #expect(error?.range == brackets[512]..<brackets[512] + 1)
  }

  @Test(arguments: [1, 2, 63, 64, 65, 127, 128, 129, 512]) func allowsExactlyTheLimit(limit: Int) {
    for (opening, closing) in [("[", "]"), ("{\"a\":", "}")] {
      func nested(_ depth: Int) -> [UInt8] {
        let inside = opening == "[" ? "" : "0"
        return Array(
          (String(repeating: opening, count: depth) + inside + String(repeating: closing, count: depth)).utf8)
      }
      for make in [ScanOutcome.init(skipping:maximumDepth:), ScanOutcome.init(walking:maximumDepth:)] {
        #expect(make(nested(limit), limit).error == nil)
        let place = limit * opening.utf8.count
        #expect(make(nested(limit + 1), limit).error == ScanError(.tooDeep(limit: limit), place..<place + 1))
      }
    }
  }

  @Test func countsOpenContainersOnly() {
    let text = "[" + Array(repeating: "[[]],{\"a\":{}}", count: 2_000).joined(separator: ",") + "]"
    #expect(ScanOutcome(skipping: Array(text.utf8), maximumDepth: 3).error == nil)
    #expect(ScanOutcome(skipping: Array(text.utf8), maximumDepth: 2).error?.kind == .tooDeep(limit: 2))
  }

  @Test func refusesScalarsAtNoDepth() {
    #expect(ScanOutcome(skipping: Array("1".utf8), maximumDepth: 0).error == nil)
    #expect(ScanOutcome(skipping: Array("[]".utf8), maximumDepth: 0).error == ScanError(.tooDeep(limit: 0), 0..<1))
  }

  @Test func passesManyBracketsWithoutRecursionWhereTheLimitAllows() {
    let depth = 1_000_000
    let text = Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    #expect(ScanOutcome(skipping: text, maximumDepth: depth).error == nil)
  }
}
