package import JSONCore

/// The base64 texts of typed arrays.
///
/// plotly.js decodes them with base64-arraybuffer, which refuses nothing: it reads a character outside the alphabet as
/// if it were `A`, and does not need padding. What was meant is lost then, hence ``Survey/firstBad``.
package enum Base64 {
  package struct Survey: Equatable, Sendable {
    /// How many bytes plotly.js gets out of the text.
    package let decodedLength: Int
    /// The offset of the first character that has no business where it is; nil where plotly.js decodes what was
    /// encoded. It is the offset of the text's end where a single character is left over.
    package let firstBad: Int?
  }

  /// Looks through the text in `range`: the alphabet of RFC 4648 section 4 and at most two `=` at the end, which may be
  /// missing.
  ///
  /// - Complexity: O(length), 16 bytes a step; allocates nothing.
  package static func survey(_ bytes: InputBytes, _ range: Range<Int>) -> Survey {
    var padding = 0
    while padding < 2, padding < range.count, bytes[range.upperBound - 1 - padding] == UInt8(ascii: "=") {
      padding += 1
    }
    var progress = ReadingProgress(bytes, from: range.lowerBound)
    let alphabetEnd = firstOutsideAlphabet(bytes, range.lowerBound..<range.upperBound - padding, &progress)
    if alphabetEnd < range.upperBound - padding {
      return Survey(
        decodedLength: decodedLength(units: utf16Count(bytes, range), padding: padding), firstBad: alphabetEnd)
    }
    var whole = survey(units: range.count, padding: padding)
    if whole.firstBad != nil { whole = Survey(decodedLength: whole.decodedLength, firstBad: alphabetEnd) }
    return whole
  }

  /// Passes the string at the scanner's position and surveys it on the way: a large one is read only once. Nil for one that
  /// is no base64, which can then be surveyed with ``survey(_:_:)``. O(length).
  package static func scan(_ scanner: inout JSONScanner) throws(ScanError) -> (string: StringToken, survey: Survey?) {
    let start = scanner.position + 1
    let passed = passAlphabet(scanner.bytes, start..<scanner.end)
    var quote = passed.end
    while quote - passed.end < 2, scanner.byte(at: quote) == UInt8(ascii: "=") { quote += 1 }
    guard scanner.byte(at: quote) == UInt8(ascii: "\"") else { return (try scanner.scanString(), nil) }
    let survey = survey(units: quote - start - passed.escapeBytes, padding: quote - passed.end)
    return (scanner.passString(closingAt: quote, hasEscapes: passed.escapeBytes > 0), survey)
  }

  /// ``survey(_:_:)`` of a JSON string, without unescaping it: Python writes each slash as an escape.
  ///
  /// ``Survey/firstBad`` is an offset in the unescaped text.
  package static func survey(_ bytes: InputBytes, _ string: StringToken) -> Survey {
    guard string.hasEscapes else {
      let survey = survey(bytes, string.content)
      return Survey(
        decodedLength: survey.decodedLength, firstBad: survey.firstBad.map { $0 - string.content.lowerBound })
    }
    let passed = passAlphabet(bytes, string.content)
    let padding = passed.end..<string.content.upperBound
    guard padding.count <= 2, padding.allSatisfy({ bytes[$0] == UInt8(ascii: "=") }) else {
      return StringText.decoded(bytes, string.content).withInputBytes { survey($0, 0..<$0.count) }
    }
    return survey(units: string.content.count - passed.escapeBytes, padding: padding.count)
  }

  /// The survey of a text of characters of the alphabet, and padding at its end.
  private static func survey(units: Int, padding: Int) -> Survey {
    let length = decodedLength(units: units, padding: padding)
    let encoded = units - padding
    // Four characters are three bytes; a rest of one is less than a byte, and too much padding takes one away.
    let isWhole = encoded % 4 != 1 && length == encoded * 3 / 4
    return Survey(decodedLength: length, firstBad: isWhole ? nil : encoded)
  }

  /// Passes characters of the alphabet, as they are and as escapes; returns where they end in `range`, and how many bytes there
  /// would be fewer without escapes.
  private static func passAlphabet(_ bytes: InputBytes, _ range: Range<Int>) -> (end: Int, escapeBytes: Int) {
    var progress = ReadingProgress(bytes, from: range.lowerBound)
    var offset = range.lowerBound
    var escapeBytes = 0
    while true {
      offset = firstOutsideAlphabet(bytes, offset..<range.upperBound, &progress)
      guard let escape = StringText.asciiEscape(bytes, offset, range.upperBound), isInAlphabet(escape.byte) else {
        return (offset, escapeBytes)
      }
      escapeBytes += escape.length - 1
      offset += escape.length
    }
  }

  /// As base64-arraybuffer reckons: three quarters, less the padding, cut to a whole number.
  private static func decodedLength(units: Int, padding: Int) -> Int { max(0, (units * 3 - padding * 4) / 4) }

  private static func utf16Count(_ bytes: InputBytes, _ range: Range<Int>) -> Int {
    var count = 0
    for offset in range {
      let byte = bytes[offset]
      if byte & 0xC0 != 0x80 { count += byte >= 0xF0 ? 2 : 1 }
    }
    return count
  }

  /// The first offset in `range` whose byte is not in the alphabet; the end of `range` where there is none.
  ///
  /// - Precondition: `range` lies within `bytes`.
  static func firstOutsideAlphabet(
    _ bytes: InputBytes, _ range: Range<Int>, _ progress: inout ReadingProgress
  ) -> Int {
    var offset = range.lowerBound
    while offset &+ 16 <= range.upperBound {
      guard let block = progress.ahead.block(at: offset) else {
        progress.reach(offset &+ 16, of: bytes)
        continue
      }
      let outside = block.outsideBase64
      if outside != 0 { return offset &+ outside.trailingZeroBitCount }
      offset &+= 16
    }
    while offset < range.upperBound, isInAlphabet(bytes[offset]) { offset += 1 }
    return offset
  }

  static func isInAlphabet(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "/") < 11 || byte == UInt8(ascii: "+")
  }

  /// The bytes that the text in `range` stands for (RFC 4648 section 4), padded or not; nil for text that is none. O(length).
  ///
  /// - Precondition: `range` lies within `bytes`.
  static func decoded(_ bytes: InputBytes, _ range: Range<Int>) -> [UInt8]? {
    var result = [UInt8](repeating: 0, count: (range.count + 3) / 4 * 3)
    var length = 0
    var offset = range.lowerBound
    while offset &+ 16 <= range.upperBound, let block = bytes.block(at: offset), block.outsideBase64 == 0 {
      let (low, high) = block.base64Values.words
      write(low, to: &result, at: length)
      write(high, to: &result, at: length &+ 6)
      length &+= 12
      offset &+= 16
    }
    var bits: UInt32 = 0
    var held = 0
    while offset < range.upperBound {
      let byte = bytes[offset]
      offset &+= 1
      if byte == UInt8(ascii: "=") { continue }
      guard let value = value(of: byte) else { return nil }
      bits = bits << 6 | UInt32(value)
      held += 6
      if held >= 8 {
        held -= 8
        result[length] = UInt8(truncatingIfNeeded: bits >> UInt32(held))
        length &+= 1
      }
    }
    result.removeLast(result.count - length)
    return result
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }

  /// Writes the six bytes that eight values stand for, the first one lowest.
  @inline(__always) private static func write(_ values: UInt64, to result: inout [UInt8], at start: Int) {
    // Two values of six bits become one of twelve, and two of these one of twenty-four.
    let pairs = (values & 0x00FF_00FF_00FF_00FF) &<< 6 | values &>> 8 & 0x00FF_00FF_00FF_00FF
    let fours = (pairs & 0x0000_FFFF_0000_FFFF) &<< 12 | pairs &>> 16 & 0x0000_FFFF_0000_FFFF
    result[start] = UInt8(truncatingIfNeeded: fours &>> 16)
    result[start &+ 1] = UInt8(truncatingIfNeeded: fours &>> 8)
    result[start &+ 2] = UInt8(truncatingIfNeeded: fours)
    result[start &+ 3] = UInt8(truncatingIfNeeded: fours &>> 48)
    result[start &+ 4] = UInt8(truncatingIfNeeded: fours &>> 40)
    result[start &+ 5] = UInt8(truncatingIfNeeded: fours &>> 32)
  }
}
