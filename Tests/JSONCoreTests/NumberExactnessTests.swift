import TestSupport
import Testing

@testable import JSONCore

/// Whether a double holds an integer as it is written.
@Suite struct NumberExactnessTests {
  @Test(arguments: [
    ("0", true), ("-0", true), ("1", true), ("9007199254740991", true), ("9007199254740992", true),
    ("9007199254740993", false), ("9007199254740994", true), ("-9007199254740993", false), ("9007199254740995", false),
    ("18014398509481984", true), ("18014398509481986", false), ("18014398509481988", true),
    ("9223372036854775807", false), ("9223372036854775808", true), ("18446744073709551615", false),
    ("18446744073709551616", true), ("340282366920938463463374607431768211456", false),
  ]) func knowsTheEdges(text: String, isExact: Bool) { #expect(exactness(text) == isExact, "\(text)") }

  @Test func holdsPowersOfTenUpToTheTwentySecond() {
    for exponent in 0...40 {
      #expect(exactness("1" + String(repeating: "0", count: exponent)) == (exponent <= 22), "10^\(exponent)")
    }
  }

  @Test(arguments: 0..<4) func agreesWithIntegersOf128Bits(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<5_000 {
      let bits = random.number(40...120)
      var integer = Int128(truncatingIfNeeded: random.next()) << 63 ^ Int128(truncatingIfNeeded: random.next())
      integer &= 1 << Int128(bits) - 1
      integer = (integer >> Int128(random.number(0...20))) << Int128(random.number(0...6))
      if random.number(0...2) == 0 { integer = integer / 1_000_000 * 1_000_000 }
      if random.number(0...1) == 0 { integer = -integer }
      #expect(exactness("\(integer)") == (Int128(exactly: Double(integer)) == integer), "seed \(seed): \(integer)")
    }
  }

  private func exactness(_ text: String) -> Bool {
    Array(text.utf8).withInputBytes { bytes in
      NumberText.isExact(bytes, 0..<bytes.count, NumberText.double(bytes, 0..<bytes.count))
    }
  }
}

/// How numbers between two doubles are rounded.
@Suite struct NumberRoundingTests {
  @Test(arguments: [
    "179769313486231580793728971405301e276", "1.7976931348623158e308", "1e309", "2.4703282292062327e-324",
    "2.4703282292062328e-324", "2.2250738585072011e-308", "1e-400", "10000000000000000000e-19",
    "184467440737095516150e-1",
    "1.00000000000000011102230246251565", "1.00000000000000011102230246251564", "1e000000000000000000000001",
    "5e-1000000000000",
  ]) func roundsAsTheStandardLibraryDoesAtTheEdges(text: String) { compare(text) }

  /// Halfway between two doubles, and a digit to either side: where rounding goes wrong first.
  @Test(arguments: 0..<3) func roundsTiesToEven(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<2_000 {
      // Odd multiples of half a unit in the last place, for doubles between 2^53 and 2^62.
      let shift = random.number(1...9)
      let integer = ((1 << 53 | Int(truncatingIfNeeded: random.next() >> 12)) << shift) | 1 << (shift - 1)
      for text in ["\(integer)", "\(integer - 1)", "\(integer + 1)", "\(integer).0", "\(integer).0000000001"] {
        compare(text)
        compare("-" + text)
      }
    }
  }

  private func compare(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let value = Array("[\(text)]".utf8).withInputBytes { NumberText.double($0, 1..<1 + text.utf8.count) }
    // `Double(String)` reads a text as C does: too large is infinite.
    guard value.bitPattern == Double(text)?.bitPattern else {
      Issue.record("\(text): \(value)", sourceLocation: sourceLocation)
      return
    }
  }
}
