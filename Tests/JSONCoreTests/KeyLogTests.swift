import TestSupport
import Testing

@testable import JSONCore

/// Finding keys that come twice.
@Suite struct KeyLogTests {
  /// Objects around the width at which the search changes from a list to a table.
  @Test(arguments: [1, 2, 15, 16, 17, 18, 33, 64, 65, 200]) func findsEachKeyAgainInObjectsOfAnyWidth(width: Int) {
    for again in [0, width / 2, width - 1] {
      let keys = (0..<width).map { "\"k\($0)\":0" }
      let text = "{\(keys.joined(separator: ",")),\"k\(again)\":1}"
      #expect(duplicates(text) == ["k\(again)"], "\(width) keys")
      #expect(duplicates("{\(keys.joined(separator: ","))}") == [])
    }
  }

  @Test func remembersTheKeysOfAWideObjectAroundWideObjects() {
    func wide(_ prefix: String, _ inside: String) -> String {
      let before = (0..<20).map { "\"\(prefix)\($0)\":0" }
      let behind = (20..<60).map { "\"\(prefix)\($0)\":0" }
      return
        "{\((before + ["\"inside\":\(inside)"] + behind).joined(separator: ",")),\"\(prefix)7\":1,\"\(prefix)50\":1}"
    }
    #expect(
      duplicates(wide("a", wide("a", wide("b", "[{},{}]")))) == ["b7", "b50", "a7", "a50", "a7", "a50"])
  }

  @Test func tellsWhereTheFirstOneIs() {
    let keys = (0..<40).map { "\"k\($0)\":0" }.joined(separator: ",")
    let text = Array("{\(keys),\"k3\":0,\"k3\":0}".utf8)
    let first = 1 + 3 * "\"k0\":0,".utf8.count
    let kinds = ScanOutcome(skipping: text).issues.map(\.kind)
    #expect(kinds == [.duplicateKey(first: first), .duplicateKey(first: first)])
  }

  @Test(arguments: 0..<6) func agreesWithADictionaryUnderRandomNesting(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var log = KeyLog()
    var open: [[UInt64: Int]] = [[:]]
    for offset in 0..<60_000 {
      switch random.number(0...99) {
      case 0...1 where open.count < 60: open.append([:])
      case 2...3 where open.count > 1 && random.number(0...60) >= 55 - open.count:
        log.closeObject(atDepth: open.count)
        open.removeLast()
      default:
        // Some hashes differ in their high bits only, as those of an adversary would.
        let hash = UInt64(random.number(0...120)) << (random.number(0...1) == 0 ? 0 : 57)
        let earlier = open[open.count - 1][hash]
        guard log.insert(KeyHash(value: hash), at: offset, depth: open.count) == earlier else {
          Issue.record("seed \(seed), offset \(offset)")
          return
        }
        if earlier == nil { open[open.count - 1][hash] = offset }
      }
    }
  }

  /// With a search through all keys for each, either would take hours.
  @Test func takesLinearWorkForAMillionKeys() {
    var log = KeyLog()
    for i in 0..<1_000_000
    where log.insert(KeyHash(value: UInt64(i) &* 0x9E37_79B9_7F4A_7C15), at: i, depth: 1) != nil {
      Issue.record("key \(i)")
    }
    for i in 0..<1_000_000 where log.insert(KeyHash(value: 0), at: i, depth: 1) != 0 {
      Issue.record("repeated key \(i)")
    }
    log.closeObject(atDepth: 1)
    #expect(log.insert(KeyHash(value: 0), at: 5, depth: 1) == nil)
  }

  @Test func takesLinearWorkForRepeatedKeysWithIssuesOfTheirOwn() {
    let text = "{" + Array(repeating: #""\uD800":0"#, count: 100_000).joined(separator: ",") + "}"
    let issues = ScanOutcome(skipping: Array(text.utf8)).issues
    #expect(issues.count == 199_999)
  }

  private func duplicates(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return ScanOutcome(skipping: bytes).issues.map { issue in
      String(decoding: bytes[issue.range], as: UTF8.self).filter { $0 != "\"" }
    }
  }
}
