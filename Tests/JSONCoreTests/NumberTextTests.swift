import TestSupport
import Testing

@testable import JSONCore

@Suite struct NumberTextTests {
  @Test(arguments: [
    "0", "-0", "0.0", "1", "-1", "12", "0.1", "-0.5", "1e3", "1E-3", "1.5e+2", "123456789012345678",
    "9007199254740992", "9007199254740993", "9007199254740994", "9007199254740995", "-9007199254740993",
    "9007199254740993.0", "9007199254740992.5", "9007199254740993.5", "900719925474099300e-2",
    "18014398509481985", "1801439850948198.5", "0.1234567890123456789", "1234567890123456789", "9999999999999999999",
    "99999999999999999999", "1234567890123456789e19", "1234567890123456789e-19", "1234567890123456789e20",
    "1e19", "1e20", "1e22", "1e23", "1e-22", "1e-23", "8.5e19", "0.000000000000000000001",
    "1.7976931348623157e308", "1.7976931348623159e308", "5e-324", "2e-324", "1e400", "-1e400", "1e-400",
    "1e99999999999999999999", "1e-99999999999999999999", "0e99999", "0.00000000000000000000000000000000001e35",
    "2.2250738585072014e-308", "6.02214076e23", "0.30000000000000004", "179769313486231580793728971405301e276",
    "+1", ".5", "5.", "-.5e1",
  ])
  func givesTheNearestDouble(text: String) {
    #expect(double(text).bitPattern == Double(text)?.bitPattern, "\(text)")
  }

  @Test func givesTheNearestDoubleForAnyDigitsAndPlace() {
    var random = SeededRandom(seed: 1)
    for _ in 0..<20_000 {
      let digits = String(UInt64.random(in: 0...9_999_999_999_999_999_999, using: &random) >> UInt64.random(in: 0..<60))
      let point = Int.random(in: 0...digits.count, using: &random)
      let text = digits.prefix(point) + "." + digits.dropFirst(point) + "e\(Int.random(in: -22...22, using: &random))"
      #expect(double(String(text)).bitPattern == Double(text)?.bitPattern, "\(text)")
    }
  }

  @Test func readsBackWhatIsPrinted() {
    var random = SeededRandom(seed: 2)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: .random(in: 0..<0x7FF0_0000_0000_0000, using: &random))
      #expect(double("\(value)") == value)
      let small = Double.random(in: -1000...1000, using: &random)
      #expect(double("\(small)") == small)
    }
  }

  /// The number in the midst of other text, so that a read beyond the range would show.
  private func double(_ text: String) -> Double {
    Array("7\(text)7".utf8).withInputBytes { NumberText.double($0, 1..<1 + text.utf8.count) }
  }
}
