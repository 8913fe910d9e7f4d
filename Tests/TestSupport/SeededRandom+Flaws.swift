extension SeededRandom {
  /// A JSON text with flaws that safe fixes take out again and leave no trace of: a byte-order mark, and commas before closing
  /// brackets.
  package mutating func spoilt(_ text: [UInt8]) -> [UInt8] {
    var spoilt: [UInt8] = number(0...1) == 0 ? [0xEF, 0xBB, 0xBF] : []
    var isInString = false
    var isEscaped = false
    // The last byte that is no white space, outside of strings.
    var last: UInt8 = 0
    for byte in text {
      if isInString {
        isInString = isEscaped || byte != UInt8(ascii: "\"")
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
      } else {
        isInString = byte == UInt8(ascii: "\"")
        let isClosing = byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}")
        if isClosing, last != UInt8(ascii: "["), last != UInt8(ascii: "{"), number(0...9) == 0 {
          spoilt.append(UInt8(ascii: ","))
        }
      }
      if byte > 0x20 { last = byte }
      spoilt.append(byte)
    }
    return spoilt
  }
}
