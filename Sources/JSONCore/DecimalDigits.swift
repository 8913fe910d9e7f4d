extension [UInt8] {
  /// Appends the decimal digits of `number`, with a sign where it is negative, as ASCII: without a string, because a report
  /// is full of numbers.
  package mutating func appendDecimal(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    var unit: UInt = 1
    while rest / unit > 9 { unit *= 10 }
    while unit > 0 {
      append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest / unit))
      rest %= unit
      unit /= 10
    }
  }
}
