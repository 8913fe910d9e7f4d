extension SeededRandom {
  /// Characters that are likely to cause harm, and a few that are not.
  private static let hostileScalars: [Unicode.Scalar] = [
    "a", "b", " ", "\"", "'", "\\", "/", "\n", "\r", "\t", "\0", "\u{1b}", "\u{7f}", "\u{85}", "\u{9b}", "\u{a0}",
    "é", "\u{301}", "\u{200d}", "\u{200f}", "\u{2028}", "\u{2029}", "\u{202e}", "\u{2066}", "\u{feff}", "日",
    "\u{3000}", "😀", "\u{fe0f}", "\u{e0001}", "\u{10ffff}", "\u{fffe}",
  ]

  /// Text of `count` scalars; one time in four the same one over and over.
  package mutating func hostileText(count: Int) -> String {
    let all = Self.hostileScalars
    let kinds = number(0...3) == 0 ? [all[number(0...all.count - 1)]] : all
    var text = String.UnicodeScalarView()
    for _ in 0..<count { text.append(kinds[number(0...kinds.count - 1)]) }
    return String(text)
  }

  /// At least `count` bytes with line ends of all kinds, characters of one to four bytes and bytes that are no UTF-8.
  package mutating func hostileBytes(count: Int) -> [UInt8] {
    let lineEnds: [[UInt8]] = [[0x0A], [0x0D, 0x0A]]
    let others: [[UInt8]] = [
      Array("a plain piece of text, ".utf8), [0x0D], [0x0B], [0x09], [0x00], Array("é日本😀\u{2028}".utf8), [0x80],
      [0xBF, 0xBF], [0xC3], [0xE2, 0x82], [0xFF], [0xED, 0xA0, 0x80],
    ]
    // In half of the texts lines are long.
    let piecesInLine = number(0...1) == 0 ? 4 : 400
    var text: [UInt8] = []
    while text.count < count {
      let pieces = number(1...piecesInLine) == 1 ? lineEnds : others
      text += pieces[number(0...pieces.count - 1)]
    }
    return text
  }
}
