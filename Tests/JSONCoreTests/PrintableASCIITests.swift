import TestSupport
import Testing

@testable import JSONCore

@Suite struct PrintableASCIITests {
  @Test func isFromTheBlankToTheTilde() {
    for byte in UInt8.min...UInt8.max {
      // In each place of a word, and in what is left of one.
      for length in [1, 8, 11] {
        for place in 0..<length {
          var text = Array(repeating: UInt8(ascii: "a"), count: length)
          text[place] = byte
          let isMember = 0x20...0x7E ~= byte
          #expect(PrintableASCII.holds(text.span) == isMember, "byte \(byte), place \(place) of \(length)")
        }
      }
    }
  }

  @Test(arguments: 0..<40) func endsAndBeginsWherePlainSearchSays(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var text = (0..<200).map { _ in UInt8(random.number(0x20...0x7E)) }
    for _ in 0..<random.number(0...8) { text[random.number(0...199)] = UInt8(random.number(0...255)) }
    func isOther(_ offset: Int) -> Bool { !(0x20...0x7E ~= text[offset]) }
    text.withInputBytes { bytes in
      for _ in 0..<200 {
        let start = random.number(0...200)
        let range = start..<random.number(start...200)
        #expect(
          PrintableASCII.end(bytes, range) == range.first(where: isOther) ?? range.upperBound, "seed \(seed), \(range)")
        let last = range.last(where: isOther).map { $0 + 1 }
        #expect(PrintableASCII.start(bytes, range) == last ?? range.lowerBound, "seed \(seed), \(range)")
      }
    }
  }

  @Test(arguments: [0, 1, 9, 10, 99, 100, 12_345, -1, -10, .max, .min]) func writesNumbersAsStringsDo(number: Int) {
    var text = Array("n".utf8)
    text.appendDecimal(number)
    #expect(String(decoding: text, as: UTF8.self) == "n\(number)")
  }
}
