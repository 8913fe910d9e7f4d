extension SeededRandom {
  private static let tokens: [[UInt8]] =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\uD800", "-", "+", ".", "e", "E", "0", "00", "1", " ", "\n",
      "null", "true", "false", "NaN", "Infinity", "-Infinity", "1e999", "9007199254740993", "\"a\":", "\"type\":",
      "\"data\":", "\"layout\":", "[[", "{}", "[]", "'", "/", "#", "x", "\u{feff}", "é", "😀",
    ].map { Array($0.utf8) } + [[0x00], [0x1F], [0x7F], [0x80], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5], [0xFF]]

  /// `bytes` with one change: a byte replaced, a bit flipped, a token inserted, some bytes taken out, twice or moved, or
  /// the rest cut off.
  package mutating func mutated(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return element(of: Self.tokens) }
    var text = bytes
    let place = number(0...text.count - 1)
    let length = min(text.count - place, number(0...3) == 0 ? number(1...60) : number(1...3))
    switch number(0...7) {
    case 0: text[place] = UInt8(truncatingIfNeeded: next())
    case 1: text[place] ^= 1 << UInt8(number(0...7))
    case 2, 3: text.insert(contentsOf: element(of: Self.tokens), at: place)
    case 4: text.replaceSubrange(place..<place + length, with: element(of: Self.tokens))
    case 5: text.removeSubrange(place..<place + length)
    case 6: text.insert(contentsOf: text[place..<place + length], at: number(0...text.count))
    default: text.removeSubrange(place...)
    }
    return text
  }
}
