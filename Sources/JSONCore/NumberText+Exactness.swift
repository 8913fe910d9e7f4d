extension NumberText {
  /// Whether `value`, the double nearest to the integer in `range`, is that integer.
  ///
  /// An integer is a double when its odd part has at most 53 bits. O(length).
  package static func isExact(_ bytes: InputBytes, _ range: Range<Int>, _ value: Double) -> Bool {
    guard value.isFinite else { return false }
    var digits = range
    if bytes[digits.lowerBound] == UInt8(ascii: "-") { digits = digits.lowerBound + 1..<digits.upperBound }
    var zeros = 0
    while digits.count > 1, bytes[digits.upperBound - 1] == UInt8(ascii: "0") {
      digits = digits.lowerBound..<digits.upperBound - 1
      zeros += 1
    }
    // More digits than 128 bits hold are never 53 significant bits without a trailing zero, but for powers of two
    // beyond 2^127, which no one writes out.
    guard digits.count <= 38 else { return false }
    var odd: UInt128 = 0
    for i in digits { odd = odd * 10 + UInt128(bytes[i] & 0x0F) }
    guard odd != 0 else { return true }
    odd >>= UInt128(odd.trailingZeroBitCount)
    // Ten is five times two; the twos never count.
    for _ in 0..<zeros where odd < 1 << 53 { odd *= 5 }
    return odd < 1 << 53
  }
}
