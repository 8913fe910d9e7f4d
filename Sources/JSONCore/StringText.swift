/// The text of JSON strings (RFC 8259 section 7).
public enum StringText {
  /// The first byte from `offset` on that plain ASCII text in a string does not hold: a quote, a backslash, a
  /// control character or a byte of 0x80 and above; the end of the bytes, or `offset` behind it, where there is none.
  /// O(distance), 16 bytes a step.
  @inlinable @inline(__always) public static func firstStop(_ bytes: InputBytes, from offset: Int) -> Int {
    // Inlined as far as most keys and words go.
    guard let block = bytes.block(at: offset) else { return firstStopBytewise(bytes, from: offset) }
    let stops = block.stringStops
    if stops != 0 { return offset &+ stops.trailingZeroBitCount }
    return laterStop(bytes, from: offset &+ 16)
  }

  /// ``firstStop(_:from:)`` for text of more than a block.
  @usableFromInline static func laterStop(_ bytes: InputBytes, from offset: Int) -> Int {
    var i = offset
    while let block = bytes.block(at: i) {
      let stops = block.stringStops
      if stops != 0 { return i &+ stops.trailingZeroBitCount }
      i &+= 16
    }
    return firstStopBytewise(bytes, from: i)
  }

  /// ``firstStop(_:from:)``, byte by byte.
  public static func firstStopBytewise(_ bytes: InputBytes, from offset: Int) -> Int {
    var i = offset
    while i < bytes.count {
      let byte = bytes[i]
      if byte < 0x20 || byte >= 0x80 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return i }
      i &+= 1
    }
    return i
  }

  /// The UTF-16 code unit of the `\uXXXX` at `offset`; nil when no such escape stands there.
  static func codeUnit(_ bytes: InputBytes, _ offset: Int, _ end: Int) -> UInt16? {
    guard offset &+ 6 <= end, bytes[offset] == UInt8(ascii: "\\"), bytes[offset &+ 1] == UInt8(ascii: "u") else {
      return nil
    }
    if let digits = bytes.halfWord(at: offset &+ 2), digits & 0xFFFF == 0x3030 {
      // `\u00…`: most escapes.
      let high = hexDigit(UInt8(truncatingIfNeeded: digits &>> 16))
      let low = hexDigit(UInt8(truncatingIfNeeded: digits &>> 24))
      return high | low < 16 ? UInt16(high &<< 4 | low) : nil
    }
    let digits = (
      hexDigit(bytes[offset &+ 2]), hexDigit(bytes[offset &+ 3]), hexDigit(bytes[offset &+ 4]),
      hexDigit(bytes[offset &+ 5])
    )
    guard digits.0 | digits.1 | digits.2 | digits.3 < 16 else { return nil }
    let high = UInt16(digits.0) &<< 12 | UInt16(digits.1) &<< 8
    return high | UInt16(digits.2) &<< 4 | UInt16(digits.3)
  }

  /// The ASCII character that the escape at `offset` stands for, and how many bytes the escape has; nil for none.
  public static func asciiEscape(_ bytes: InputBytes, _ offset: Int, _ end: Int) -> (byte: UInt8, length: Int)? {
    guard offset < end, bytes[offset] == UInt8(ascii: "\\") else { return nil }
    switch bytes[offset &+ 1] {
    case UInt8(ascii: "/"): return (UInt8(ascii: "/"), 2)
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(bytes, offset, end), unit < 0x80 else { return nil }
      return (UInt8(truncatingIfNeeded: unit), 6)
    default: return nil
    }
  }

  /// The value of a hexadecimal digit; 255 for a byte that is none.
  @inline(__always) static func hexDigit(_ byte: UInt8) -> UInt8 {
    let digit = byte &- 0x30
    if digit < 10 { return digit }
    let letter = (byte | 0x20) &- 0x61
    return letter < 6 ? letter &+ 10 : 255
  }

  /// The UTF-8 of a string's content without its escapes. A lone surrogate becomes U+FFFD, and so does each run
  /// of bytes that is no UTF-8. O(length), allocates.
  ///
  /// - Precondition: the scanner has passed the string, so that its escapes are right.
  public static func decoded(_ bytes: InputBytes, _ content: Range<Int>) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    var i = content.lowerBound
    let end = content.upperBound
    // Up to `content` alone: there may be much plain text behind it.
    let plain = bytes.prefix(end)
    while i < end {
      let byte = bytes[i]
      if byte >= 0x80 {
        let length = UTF8Text.validLength(bytes, i, end)
        if length == 0 {
          append(0xFFFD, to: &text)
          i = UTF8Text.invalidRun(bytes, i, end).upperBound
        } else {
          for k in i..<i + length { text.append(bytes[k]) }
          i += length
        }
      } else if byte == UInt8(ascii: "\\") {
        i = appendEscape(bytes, i, end, to: &text)
      } else {
        let stop = min(max(firstStop(plain, from: i), i + 1), end)
        bytes.append(i..<stop, to: &text)
        i = stop
      }
    }
    return text
  }

  /// The text of a string's content without its escapes, as ``decoded(_:_:)`` gives it.
  public static func string(_ bytes: InputBytes, _ content: Range<Int>) -> String {
    // Up to `content` alone: there may be much plain text behind it.
    if firstStop(bytes.prefix(content.upperBound), from: content.lowerBound) >= content.upperBound {
      return bytes.text(content)
    }
    return String(decoding: decoded(bytes, content), as: UTF8.self)
  }

  /// Appends what the escape at `offset` stands for; returns the offset behind it.
  private static func appendEscape(_ bytes: InputBytes, _ offset: Int, _ end: Int, to text: inout [UInt8]) -> Int {
    switch bytes[offset + 1] {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(bytes, offset, end) else { break }
      if unit & 0xFC00 == 0xD800, let low = codeUnit(bytes, offset + 6, end), low & 0xFC00 == 0xDC00 {
        append(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF)), to: &text)
        return offset + 12
      }
      append(unit & 0xF800 == 0xD800 ? 0xFFFD : UInt32(unit), to: &text)
      return offset + 6
    case let byte: text.append(byte)
    }
    return offset + 2
  }

  private static func append(_ scalar: UInt32, to text: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }
}
