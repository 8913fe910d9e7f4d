import TestSupport
import Testing

@testable import JSONCore

@Suite struct StringRunTests {
  /// A string at which a run may begin or end.
  private struct Opening: Equatable {
    var offset: Int
    var gap: Int
  }

  /// What the plain scanner proves: the strings of `text` behind the first, up to the first thing that is wrong or noted.
  private func plainlyProven(_ text: [UInt8]) -> [Opening] {
    text.withInputBytes { bytes in
      var scanner = JSONScanner(bytes, range: 0..<bytes.count)
      var proven: [Opening] = []
      while scanner.peek() == UInt8(ascii: "\""), (try? scanner.scanString()) != nil, scanner.issues.isEmpty {
        let closing = scanner.position - 1
        guard scanner.peek() == UInt8(ascii: ",") else { break }
        scanner.position += 1
        guard scanner.peek() == UInt8(ascii: "\"") else { break }
        proven.append(Opening(offset: scanner.position, gap: scanner.position - closing))
      }
      return proven
    }
  }

  private static let separators = [",", ", ", ",\n          ", "," + String(repeating: " ", count: 61), ",\n", ",  "]
  private static let others = [
    ",", ", ", " ,", ",\r\n", ",\t", ",,", "", ",1,", "," + String(repeating: " ", count: 70),
  ]
  private static let characters = [
    "é", "ß", "я", "東", "à", "한", "\u{D7FF}", "", "😀", "\u{10FFFF}", "\u{800}", "\u{80}",
  ]
  private static let escapes = ["\\n", "\\\"", "\\u00e9", "\\ud800", "\\x", "\u{7F}", "\t"]

  private func content(_ random: inout SeededRandom, _ style: Int) -> String {
    switch random.number(0...9) {
    case 0: return ""
    case 1: return random.element(of: [",", ",,", ", ", " ,", " ", "]"])
    case 2: return String(repeating: "a long text, ", count: random.number(1...12))
    default: break
    }
    var text = ""
    for _ in 0..<random.number(1...14) {
      let kind = random.number(0...(style == 0 ? 40 : 300))
      switch kind {
      case 0: text += random.element(of: Self.escapes)
      case 1...20: text += style < 2 ? random.element(of: Self.characters) : "2"
      default: text += random.element(of: ["a", "b", "2024-01-01", " ", "7", ":"])
      }
    }
    return text
  }

  private func strings(_ random: inout SeededRandom, count: Int) -> [UInt8] {
    let separator = random.element(of: Self.separators)
    let style = random.number(0...3)
    var text = ""
    while text.utf8.count < count {
      text += "\"\(content(&random, style))\""
      text += random.number(0...60) == 0 ? random.element(of: Self.others) : separator
    }
    return Array(text.utf8)
  }

  private static let bytes: [UInt8] =
    Array("\",\\ \n\ta]\u{0}".utf8) + [0x80, 0xBF, 0xC0, 0xC3, 0xE0, 0xED, 0xF0, 0xF5]

  @Test(arguments: 0..<400) func passesWhatThePlainScannerProvesAndNothingElse(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var text = strings(&random, count: 700)
    for _ in 0..<random.number(0...2) {
      text[random.number(0...text.count - 1)] = random.element(of: Self.bytes)
    }
    // From every string on, so that strings meet the ends of blocks in every way.
    let proven = plainlyProven(text)
    for opening in proven {
      let end = text.withInputBytes { StringRun($0, from: opening.offset, gap: opening.gap).end }
      #expect(proven.contains { $0.offset == end }, "seed \(seed): from \(opening) to \(end)")
      #expect(end >= opening.offset)
    }
  }

  @Test(arguments: [",", ", ", ",\n      "], ["", "x", "é", "\u{10FFFF}"])
  func passesEvenStringsUpToTheLastBlock(separator: String, character: String) {
    for length in 0..<130 {
      let element = "\"" + String(repeating: character, count: length / max(1, character.utf8.count)) + "\""
      let text = Array(String(repeating: element + separator, count: 3 + 2000 / element.utf8.count).utf8)
      let gap = separator.utf8.count + 1
      let stride = element.utf8.count + separator.utf8.count
      let end = text.withInputBytes { StringRun($0, from: stride, gap: gap).end }
      #expect(end > text.count - 64 - stride, "length \(length)")
      #expect(end % stride == 0, "length \(length)")
    }
  }

  @Test func leavesToThePlainScannerWhatNeedsACloserLook() {
    for string in ["\\n", "\\\"", ",", "\t", "\u{0}"] {
      let filler = String(repeating: "\"abcdef\",", count: 16)
      let text = Array((filler + "\"\(string)\"," + filler).utf8)
      let end = text.withInputBytes { StringRun($0, from: 9, gap: 2).end }
      // Up to that string at most, and up to its block at least.
      #expect((81...144).contains(end), "\(string.debugDescription): \(end)")
    }
  }

  @Test(arguments: [-1, 0, 1, 64, 65, 1 << 40]) func passesNothingBehindOtherGaps(gap: Int) {
    let text = Array(String(repeating: "\"abcdef\",", count: 40).utf8)
    #expect(text.withInputBytes { StringRun($0, from: 9, gap: gap).end } == 9)
  }

  @Test(arguments: 0..<200) func skippingAnArrayFindsWhatWalkingItFinds(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var text = Array("[\"é\",".utf8) + strings(&random, count: 2500)
    text += Array("\"\"]".utf8)
    for round in 0..<20 {
      let skipped = ScanOutcome(skipping: text)
      let walked = ScanOutcome(walking: text)
      #expect(skipped.error == walked.error, "seed \(seed), round \(round)")
      #expect(skipped.issues == walked.issues, "seed \(seed), round \(round)")
      text = random.mutated(text)
    }
  }
}
