import TestSupport
import Testing

@testable import JSONCore

@Suite struct NumberRunTests {
  /// What the plain scanner proves: the offsets behind the commas of `text`, up to the first thing that is wrong or noted.
  private func plainlyProven(_ text: [UInt8]) -> [Int] {
    text.withInputBytes { bytes in
      var scanner = JSONScanner(bytes, range: 0..<bytes.count)
      var proven = [0]
      while true {
        let byte = scanner.peek()
        guard byte == UInt8(ascii: "-") || (0x30...0x39).contains(byte), (try? scanner.scanNumber()) != nil,
          scanner.issues.isEmpty, scanner.peek() == UInt8(ascii: ",")
        else { return proven }
        scanner.position += 1
        proven.append(scanner.position)
      }
    }
  }

  private func number(_ random: inout SeededRandom) -> String {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: "0"
    case 1: "-0.0"
    case 2: "\(Int.random(in: -99...99, using: &random))"
    case 3: "\(Double.random(in: -1...1, using: &random))"
    case 4: "\(Double.random(in: -1e9...1e9, using: &random))"
    case 5: "1e\(Int.random(in: -99...99, using: &random))"
    case 6: "1.5E+7"
    case 7: "123456789012345"
    case 8: String(repeating: "7", count: Int.random(in: 1...40, using: &random))
    case 9: "0." + String(repeating: "3", count: Int.random(in: 1...90, using: &random))
    case 10: "1e\(Int.random(in: 100...400, using: &random))"
    default: "\(Int.random(in: 0...100_000_000, using: &random))"
    }
  }

  private func separator(_ random: inout SeededRandom, _ style: Int) -> String {
    switch style {
    case 0: ","
    case 1: ", "
    case 2: ",\n          "
    default: [",", " ,", ", ", "\r\n, \t", ",\n\n"].randomElement(using: &random) ?? ","
    }
  }

  @Test(arguments: 0..<400)
  func passesWhatThePlainScannerProvesAndNothingElse(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let style = Int.random(in: 0..<4, using: &random)
    var text = ""
    while text.utf8.count < 700 { text += number(&random) + separator(&random, style) }
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 0..<3, using: &random) {
      let wrong = Array("0123456789.,-+eE \n\"[]}xN\u{0}".utf8).randomElement(using: &random) ?? 0
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = wrong
    }
    // From every element on, so that numbers meet the ends of blocks in every way.
    let proven = plainlyProven(bytes)
    for (index, start) in proven.enumerated() {
      let run = bytes.withInputBytes { NumberRun($0, from: start) }
      let passed = proven.firstIndex(of: run.end)
      #expect(passed == index + run.count, "seed \(seed): from \(start) to \(run.end)")
    }
  }

  @Test(arguments: 1..<130)
  func passesPlainNumbersUpToTheLastBlock(length: Int) {
    let element =
      String(repeating: "8", count: min(length, 15))
      + (length > 15 ? "." + String(repeating: "1", count: length - 15) : "")
    let bytes = Array(String(repeating: element + ",", count: 3 + 2000 / (element.utf8.count + 1)).utf8)
    let run = bytes.withInputBytes { NumberRun($0, from: 0) }
    #expect(run.end > bytes.count - 64 - element.utf8.count - 1)
    #expect(run.count == run.end / (element.utf8.count + 1))
  }

  @Test func leavesLongIntegersAndExponentsToThePlainScanner() {
    for text in ["1234567890123456", "-1234567890123456", "1e100", "2.5E-300"] {
      let bytes = Array(("1,2,3," + text + "," + String(repeating: "4,", count: 100)).utf8)
      #expect(bytes.withInputBytes { NumberRun($0, from: 0).end } == 6, "\(text)")
    }
  }

  @Test(arguments: 0..<50)
  func masksAreTheSameWithAndWithoutTheInstruction(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var lanes = SIMDMask<SIMD16<Int8>>()
    for index in 0..<16 { lanes[index] = Bool.random(using: &random) }
    let expected = (0..<16).reduce(UInt32(0)) { $0 | (lanes[$1] ? 1 << UInt32($1) : 0) }
    #expect(ByteBlock.mask(lanes) == expected)
    #expect(ByteBlock.portableMask(lanes) == expected)
  }
}
