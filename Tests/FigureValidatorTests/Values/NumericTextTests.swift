import JSONCore
import Testing

@testable import FigureValidator

@Suite struct NumericTextTests {
  @Test(arguments: [
    ("0", 0.0), ("12", 12), ("+1", 1), ("-1.5", -1.5), ("1e3", 1000), ("1E+05", 100_000), ("007", 7),
    (".5", 0.5), ("5.", 5), ("-.5e1", -5), ("5.e1", 50),
    ("0x10", 16), ("0XfF", 255), ("0b101", 5), ("0o17", 15),
    (" 12 ", 12), ("\t12\n", 12), ("\u{A0}12\u{2003}", 12), ("\u{FEFF}12", 12), ("\u{2028}3", 3),
    ("1.7976931348623157e308", .greatestFiniteMagnitude), ("1e-400", 0),
    ("0x20000000000001", 9_007_199_254_740_992),  // a tie between two doubles goes to the even one
    ("0x200000000000010001", 0x1.0000000000001p69),  // a little above a tie goes up
  ])
  func takesWhatNumberTakes(text: String, value: Double) {
    #expect(lend(text) { NumericText.value($0, $1) } == value)
  }

  @Test(arguments: [
    "", " ", "\t\n", "\u{A0}\u{FEFF}",  // blank
    "12px", "1_000", "1,000", "1 2", "--1", "+-1", "1e", "1e+", ".", "+", "e5", ".e5", "1.2.3", "1n", "1f",
    "Infinity", "-Infinity", "infinity", "NaN", "null", "true",
    "1e400", "-1e400",  // infinite
    "0x", "0xg", "0b2", "0o8", "-0x10", "+0x10", "0x1.8", "0x1p3",  // a sign or a fraction has no place there
    "\u{85}12", "\u{180E}12", "\u{200B}12",  // no white space in ECMAScript
    "١", "３", "\u{2212}5",  // digits and signs are ASCII
  ])
  func refusesWhatIsNoFiniteNumber(text: String) {
    #expect(lend(text) { NumericText.value($0, $1) } == nil)
  }

  @Test func tellsBlankInfiniteAndNoNumberApart() {
    #expect(lend(" \t") { NumericText.number($0, $1) } == 0)
    #expect(lend(" -Infinity") { NumericText.number($0, $1) } == -.infinity)
    #expect(lend("1e999") { NumericText.number($0, $1) } == .infinity)
    #expect(lend("x") { NumericText.number($0, $1) }.isNaN)
  }
}
