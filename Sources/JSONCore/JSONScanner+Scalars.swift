/// Strings and literals.
extension JSONScanner {
  /// Scans the string whose opening quote is at ``position``. O(length).
  @inlinable @inline(__always) public mutating func scanString() throws(ScanError) -> StringToken {
    let start = position &+ 1
    let stop = StringText.firstStop(progress.ahead, from: start)
    guard bytes[stop] == UInt8(ascii: "\"") else { return try scanRest(ofStringFrom: start, at: stop) }
    position = stop &+ 1
    return StringToken(content: start..<stop, hasEscapes: false)
  }

  /// Passes the string whose opening quote is at ``position`` and whose closing one, as the caller has found, is at `quote`: for
  /// callers that prove by themselves that what is between them is right.
  public mutating func passString(closingAt quote: Int, hasEscapes: Bool) -> StringToken {
    let start = position &+ 1
    position = quote &+ 1
    progress.reach(position, of: bytes)
    return StringToken(content: start..<quote, hasEscapes: hasEscapes)
  }

  /// Scans a string that is not all plain ASCII, from its first other byte on.
  @usableFromInline mutating func scanRest(ofStringFrom start: Int, at stop: Int) throws(ScanError) -> StringToken {
    var hasEscapes = false
    var i = stop
    var ahead = progress.ahead
    while true {
      let byte = byte(at: i)
      if byte == UInt8(ascii: "\"") {
        position = i &+ 1
        return StringToken(content: start..<i, hasEscapes: hasEscapes)
      } else if byte >= 0x80 {
        i = passNonASCII(i, limit: ahead.count)
      } else if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        i = try passEscape(i, start)
      } else if byte < 0x20 {
        guard i < end else { throw ScanError(.unterminatedString, start &- 1..<end) }
        throw ScanError(.controlCharacter(byte), i..<i &+ 1)
      }
      if i >= ahead.count {
        progress.reach(i, of: bytes)
        ahead = progress.ahead
      }
      i = StringText.firstStop(ahead, from: i)
    }
  }

  /// Passes the UTF-8 at `offset` up to the next ASCII byte, or to `limit`; notes what is none.
  private mutating func passNonASCII(_ offset: Int, limit: Int) -> Int {
    var i = offset
    while i < limit, byte(at: i) >= 0x80 {
      let length = UTF8Text.validLength(bytes, i, end)
      if length == 0 {
        let invalid = UTF8Text.invalidRun(bytes, i, end)
        note(.invalidUTF8, invalid)
        i = invalid.upperBound
      } else {
        i &+= length
      }
    }
    return i
  }

  /// Passes the escape whose backslash is at `offset`, and the second half of a surrogate pair with it.
  private mutating func passEscape(_ offset: Int, _ start: Int) throws(ScanError) -> Int {
    switch byte(at: offset &+ 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return offset &+ 2
    case UInt8(ascii: "u"):
      guard let unit = StringText.codeUnit(bytes, offset, end) else { throw invalidEscape(offset, start) }
      guard (0xD800...0xDFFF).contains(unit) else { return offset &+ 6 }
      if unit < 0xDC00, let low = StringText.codeUnit(bytes, offset &+ 6, end), (0xDC00...0xDFFF).contains(low) {
        return offset &+ 12
      }
      note(.loneSurrogate, offset..<offset &+ 6)
      return offset &+ 6
    default: throw invalidEscape(offset, start)
    }
  }

  private func invalidEscape(_ offset: Int, _ start: Int) -> ScanError {
    guard offset &+ 1 < end else { return ScanError(.unterminatedString, start &- 1..<end) }
    var upper = offset &+ 2
    if byte(at: offset &+ 1) == UInt8(ascii: "u") {
      while upper < min(end, offset &+ 6), StringText.hexDigit(byte(at: upper)) < 16 { upper &+= 1 }
    }
    return ScanError(.invalidEscape, offset..<min(upper, end))
  }

  /// Passes `true`, `false` or `null`, or with a note `NaN` or `Infinity`; returns which.
  public mutating func scanLiteral() throws(ScanError) -> ValueKind {
    let start = position
    switch byte(at: start) {
    case UInt8(ascii: "t") where bytes.halfWord(at: start) == 0x6575_7274: return try literal(.true, 4)
    case UInt8(ascii: "n") where bytes.halfWord(at: start) == 0x6C6C_756E: return try literal(.null, 4)
    case UInt8(ascii: "f") where bytes.halfWord(at: start &+ 1) == 0x6573_6C61: return try literal(.false, 5)
    case UInt8(ascii: "N"), UInt8(ascii: "I"): return try scanNonFinite(start, start).kind
    default: throw unknownLiteral(start)
    }
  }

  private mutating func literal(_ kind: ValueKind, _ length: Int) throws(ScanError) -> ValueKind {
    guard position &+ length <= end, wordEnd(position) == position &+ length else { throw unknownLiteral(position) }
    position &+= length
    return kind
  }

  private func unknownLiteral(_ start: Int) -> ScanError {
    guard start < end else { return ScanError(.endOfInput(needed: .value), end..<end) }
    let upper = wordEnd(start)
    // A minus sign comes here with the word behind it: `-NaN`.
    let isWord = (0x41...0x5A).contains(byte(at: start) & 0xDF) || byte(at: start) == UInt8(ascii: "-")
    if byte(at: start) == UInt8(ascii: "+") { return ScanError(.invalidNumber(.leadingPlus), start..<upper) }
    return ScanError(isWord ? .unknownLiteral : .expected(.value), start..<upper)
  }

  /// Passes `NaN`, `Infinity` or, with `start` at its sign, `-Infinity`, with a note.
  mutating func scanNonFinite(_ start: Int, _ word: Int) throws(ScanError) -> NumberToken {
    let upper = wordEnd(word)
    let isNaN = upper <= end && bytes.equals(word..<upper, "NaN") && start == word
    guard isNaN || bytes.equals(word..<upper, "Infinity") else { throw unknownLiteral(start) }
    note(.nonFiniteToken, start..<upper)
    position = upper
    return NumberToken(range: start..<upper, isInteger: false, isSurelyFinite: false, kind: .nonFinite)
  }
}
