/// Numbers.
extension JSONScanner {
  /// Scans the number at ``position``: its first byte is a minus sign or a digit. O(length).
  @inlinable @inline(__always) public mutating func scanNumber() throws(ScanError) -> NumberToken {
    if let token = shortNumber() {
      position = token.range.upperBound
      return token
    }
    return try scanAnyNumber()
  }

  /// The number at ``position`` if it has neither an exponent nor more than 15 characters: nearly every one. Sixteen bytes are
  /// enough to see that it is right, and where it ends.
  @inlinable @inline(__always) func shortNumber() -> NumberToken? {
    let start = position
    guard let block = bytes.block(at: start) else { return nil }
    // One bit for each byte that is no digit, and ones from the sixteenth on.
    var others = ~block.digits
    var i = start
    if bytes[i] == UInt8(ascii: "-") {
      i &+= 1
      others &>>= 1
    }
    let integerDigits = others.trailingZeroBitCount
    let isZero = bytes[i] == UInt8(ascii: "0")
    guard integerDigits > 0, integerDigits == 1 || !isZero else { return nil }
    i &+= integerDigits
    var isInteger = true
    if bytes[i] == UInt8(ascii: ".") {
      isInteger = false
      others &>>= UInt32(truncatingIfNeeded: integerDigits &+ 1)
      let fractionDigits = others.trailingZeroBitCount
      guard fractionDigits > 0 else { return nil }
      i &+= fractionDigits &+ 1
    }
    // At the end of the block, more digits may follow.
    guard i &- start < 16, bytes[i] | 0x20 != UInt8(ascii: "e") else { return nil }
    return NumberToken(range: start..<i, isInteger: isInteger, isSurelyFinite: true)
  }

  /// ``scanNumber()`` where ``shortNumber()`` was not enough.
  @usableFromInline mutating func scanAnyNumber() throws(ScanError) -> NumberToken {
    if let token = mediumNumber() {
      position = token.range.upperBound
      return token
    }
    return try scanNumberBytewise()
  }

  /// ``shortNumber()`` for up to 31 characters, with an exponent of one or two digits: every double as programs print it, but
  /// for the tiny and the huge. The integer part has at most 15 digits, so that a double holds it.
  private func mediumNumber() -> NumberToken? {
    let start = position
    guard let block = bytes.block(at: start), let next = bytes.block(at: start &+ 16) else { return nil }
    // One bit for each byte that is no digit, and ones from the 32nd on.
    let others = ~(UInt64(block.digits) | UInt64(next.digits) &<< 16)
    func digits(from offset: Int) -> Int { (others &>> UInt64(truncatingIfNeeded: offset)).trailingZeroBitCount }
    var i = bytes[start] == UInt8(ascii: "-") ? 1 : 0
    let integerDigits = digits(from: i)
    guard 1...15 ~= integerDigits, integerDigits == 1 || bytes[start &+ i] != UInt8(ascii: "0") else { return nil }
    i &+= integerDigits
    var isInteger = true
    if bytes[start &+ i] == UInt8(ascii: ".") {
      isInteger = false
      let fractionDigits = digits(from: i &+ 1)
      guard fractionDigits > 0 else { return nil }
      i &+= fractionDigits &+ 1
    }
    guard i < 32 else { return nil }
    if bytes[start &+ i] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      i &+= 1
      if bytes[start &+ i] == UInt8(ascii: "+") || bytes[start &+ i] == UInt8(ascii: "-") { i &+= 1 }
      guard i < 32, case let exponentDigits = digits(from: i), 1...2 ~= exponentDigits else { return nil }
      i &+= exponentDigits
      guard i < 32 else { return nil }
    }
    return NumberToken(range: start..<start &+ i, isInteger: isInteger, isSurelyFinite: true)
  }

  /// ``scanNumber()`` for all that numbers can be.
  private mutating func scanNumberBytewise() throws(ScanError) -> NumberToken {
    let start = position
    var i = start
    if byte(at: i) == UInt8(ascii: "-") { i &+= 1 }
    let integer = i
    i = passDigits(i)
    if i == integer {
      if byte(at: i) == UInt8(ascii: "I") || byte(at: i) == UInt8(ascii: "N") { return try scanNonFinite(start, i) }
      throw numberError(.noDigit, start, i)
    }
    if byte(at: integer) == UInt8(ascii: "0"), i &- integer > 1 { throw numberError(.leadingZero, start, i) }
    let integerDigits = i &- integer
    var isInteger = true
    if byte(at: i) == UInt8(ascii: ".") {
      isInteger = false
      let fraction = i &+ 1
      i = passDigits(fraction)
      if i == fraction { throw numberError(.noFraction, start, i) }
    }
    var exponentDigits = 0
    if byte(at: i) | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      i &+= 1
      if byte(at: i) == UInt8(ascii: "+") || byte(at: i) == UInt8(ascii: "-") { i &+= 1 }
      let exponent = i
      i = passDigits(exponent)
      exponentDigits = i &- exponent
      if exponentDigits == 0 { throw numberError(.noExponent, start, i) }
    }
    position = i
    let token = NumberToken(
      range: start..<i, isInteger: isInteger, isSurelyFinite: exponentDigits < 3 && integerDigits < 200)
    if exponentDigits > 2 || integerDigits > 15 { noteLargeNumber(token) }
    return token
  }

  @inline(__always) private func passDigits(_ offset: Int) -> Int {
    var i = offset
    while bytes[i] &- 0x30 < 10 { i &+= 1 }
    return i
  }

  private func numberError(_ fault: ScanError.NumberFault, _ start: Int, _ at: Int) -> ScanError {
    // What is missing may have been cut off; a leading zero is wrong whatever follows.
    guard at < end || fault == .leadingZero else { return ScanError(.endOfInput(needed: .value), end..<end) }
    return ScanError(.invalidNumber(fault), start..<max(wordEnd(start), at))
  }

  /// Notes a number of many digits or of a large exponent when a double does not hold it.
  private mutating func noteLargeNumber(_ token: NumberToken) {
    let value = NumberText.double(bytes, token.range)
    if !value.isFinite {
      note(.infiniteNumber, token.range)
    } else if token.isInteger, value.magnitude >= 0x1p53, !NumberText.isExact(bytes, token.range, value) {
      note(.inexactInteger, token.range)
    }
  }
}

/// A number in the text.
@frozen
public struct NumberToken: Sendable {
  public let range: Range<Int>
  /// Whether it has neither fraction nor exponent.
  public let isInteger: Bool
  /// Whether a double holds it, as far as the number of digits tells.
  public let isSurelyFinite: Bool
  /// ``ValueKind/number``, or ``ValueKind/nonFinite`` for `-Infinity`.
  public let kind: ValueKind

  @inlinable init(range: Range<Int>, isInteger: Bool, isSurelyFinite: Bool, kind: ValueKind = .number) {
    self.range = range
    self.isInteger = isInteger
    self.isSurelyFinite = isSurelyFinite
    self.kind = kind
  }
}
