import JSONCore

/// JSON with comments, as editors' settings are written: `//` to the end of the line, and `/* … */`.
enum CommentedJSON {
  /// A comment without end, at this 0-based byte.
  struct Unterminated: Error { let offset: Int }

  /// The text with spaces in place of its comments, so that every offset stays as it is.
  static func withoutComments(_ text: [UInt8]) throws(Unterminated) -> [UInt8] {
    let (quote, backslash, slash, star) = (
      UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "*")
    )
    guard text.contains(slash) else { return text }
    var text = text
    var index = 0
    while index < text.count {
      switch text[index] {
      case quote:
        index += 1
        while index < text.count, text[index] != quote { index += text[index] == backslash ? 2 : 1 }
      case slash where index + 1 < text.count && text[index + 1] == slash:
        while index < text.count, text[index] != UInt8(ascii: "\n") {
          if text[index] != UInt8(ascii: "\r") { text[index] = 0x20 }
          index += 1
        }
      case slash where index + 1 < text.count && text[index + 1] == star:
        let start = index
        text[index] = 0x20
        text[index + 1] = 0x20
        index += 2
        while index + 1 < text.count, text[index] != star || text[index + 1] != slash {
          if text[index] != UInt8(ascii: "\n"), text[index] != UInt8(ascii: "\r") { text[index] = 0x20 }
          index += 1
        }
        guard index + 1 < text.count else { throw Unterminated(offset: start) }
        text[index] = 0x20
        text[index + 1] = 0x20
        index += 1
      default: break
      }
      index += 1
    }
    return text
  }
}
