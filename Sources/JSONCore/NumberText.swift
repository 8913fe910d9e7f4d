/// What a decimal number in a text is worth.
package enum NumberText {
  /// The double nearest to the number in `range`, ties to even, as `JSON.parse` and `Number` of ECMAScript read it;
  /// infinite where it is too large.
  ///
  /// The text is taken as proven: an optional sign, digits with at most one point among, before or behind them, an
  /// optional exponent. That is a little more than JSON allows; whoever wants JSON has its scanner check before.
  ///
  /// - Complexity: O(length). Allocates nothing for up to 19 significant digits that reach at most 19 places to
  ///   either side of the point, which is every number that a program prints in full but the tiny and the huge.
  package static func double(_ bytes: InputBytes, _ range: Range<Int>) -> Double {
    let number = Decimal(bytes, range)
    if number.isExact, let magnitude = number.nearestDouble { return number.isNegative ? -magnitude : magnitude }
    return Double(bytes.text(range)) ?? .nan
  }

  /// A decimal number taken apart: `significand` times ten to the power of `exponent`.
  struct Decimal {
    private(set) var isNegative = false
    private(set) var significand: UInt64 = 0
    private(set) var exponent = 0
    /// Whether `significand` and `exponent` hold all there was to read.
    private(set) var isExact = true

    init(_ bytes: InputBytes, _ range: Range<Int>) {
      var offset = range.lowerBound
      let end = range.upperBound
      if offset < end, bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "+") {
        isNegative = bytes[offset] == UInt8(ascii: "-")
        offset &+= 1
      }
      readDigits(bytes, &offset, end, exponentStep: 0)
      if offset < end, bytes[offset] == UInt8(ascii: ".") {
        offset &+= 1
        readDigits(bytes, &offset, end, exponentStep: -1)
      }
      if offset < end, bytes[offset] | 0x20 == UInt8(ascii: "e") {
        offset &+= 1
        readExponent(bytes, &offset, end)
      }
    }

    private mutating func readDigits(_ bytes: InputBytes, _ offset: inout Int, _ end: Int, exponentStep: Int) {
      while offset < end, case let digit = bytes[offset] &- UInt8(ascii: "0"), digit < 10 {
        // 19 digits always fit; leading zeros do not count.
        if significand >= 1_000_000_000_000_000_000 { isExact = false }
        significand = significand &* 10 &+ UInt64(digit)
        exponent &+= exponentStep
        offset &+= 1
      }
    }

    private mutating func readExponent(_ bytes: InputBytes, _ offset: inout Int, _ end: Int) {
      let sign = offset < end ? bytes[offset] : 0
      if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { offset &+= 1 }
      var value = 0
      while offset < end, case let digit = bytes[offset] &- UInt8(ascii: "0"), digit < 10 {
        if value < 100_000 { value = value &* 10 &+ Int(digit) }  // far beyond any double; the rest changes nothing
        offset &+= 1
      }
      exponent &+= sign == UInt8(ascii: "-") ? -value : value
    }

    /// The double nearest to the number without its sign; nil where the exponent is too large for the exact way.
    ///
    /// With an exponent of at most 19 the power of ten fits a word, so that the product or the quotient is at hand to
    /// 64 bits and a remainder: enough to round once, and right.
    var nearestDouble: Double? {
      if significand == 0 { return 0 }
      guard abs(exponent) < Decimal.powersOfTen.count else { return nil }
      let power = Decimal.powersOfTen[abs(exponent)]
      if significand <= 1 << 53 {  // both factors are doubles already, and IEEE arithmetic rounds once
        return exponent < 0 ? Double(significand) / Double(power) : Double(significand) * Double(power)
      }
      return exponent < 0 ? Decimal.quotient(significand, power) : Decimal.product(significand, power)
    }

    private static func product(_ a: UInt64, _ b: UInt64) -> Double {
      let (high, low) = a.multipliedFullWidth(by: b)
      guard high != 0 else { return Double(low) }
      let shift = high.leadingZeroBitCount
      let top = high << shift | low >> (64 - shift)  // a shift by 64 gives 0
      return scaled(top, inexact: low << shift != 0, by: 64 - shift)
    }

    private static func quotient(_ a: UInt64, _ b: UInt64) -> Double {
      let (aShift, bShift) = (a.leadingZeroBitCount, b.leadingZeroBitCount)
      let dividend = a << aShift
      // The dividend's high word stays below the divisor, so the quotient fits one word and has at least 63 bits.
      let (quotient, remainder) = (b << bShift).dividingFullWidth((dividend >> 1, dividend << 63))
      return scaled(quotient, inexact: remainder != 0, by: bShift - aShift - 63)
    }

    /// `bits` times two to the power of `exponent`, where `inexact` says that a little more belongs to it.
    ///
    /// `bits` has more than 54 significant bits, so that its lowest bit decides nothing but a tie.
    private static func scaled(_ bits: UInt64, inexact: Bool, by exponent: Int) -> Double {
      // Far from the ends of what a double holds, so that the power of two is one, too, and the product exact.
      Double(bits | (inexact ? 1 : 0)) * Double(bitPattern: UInt64(1023 &+ exponent) &<< 52)
    }

    private static let powersOfTen: [UInt64] = [
      1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000,
      100_000_000_000, 1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
      10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ]
  }
}
