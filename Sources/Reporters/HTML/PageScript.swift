/// JavaScript as it may stand between the tags of a page.
///
/// A page ends a script at the first `</script`, and what follows `<!--` differs from what it is in a file. Both can only be parts of
/// strings, regular expressions and comments, where a backslash changes nothing.
package struct PageScript: Sendable {
  package let text: [UInt8]

  /// - Parameter source: UTF-8; what is none becomes replacement characters.
  package init(_ source: [UInt8]) {
    var text: [UInt8] = []
    let source = Array(String(decoding: source, as: UTF8.self).utf8)
    text.reserveCapacity(source.count + 64)
    for (index, byte) in source.enumerated() {
      switch byte {
      // As the page's reader has them, since the hash of a script is that of what it reads.
      case UInt8(ascii: "\r"):
        if index + 1 == source.count || source[index + 1] != UInt8(ascii: "\n") { text.append(UInt8(ascii: "\n")) }
      case 0: text += "\u{FFFD}".utf8
      case UInt8(ascii: "/"), UInt8(ascii: "!"):
        if index > 0, source[index - 1] == UInt8(ascii: "<"), Self.endsOrOpens(source[index...]) {
          text.append(UInt8(ascii: "\\"))
        }
        text.append(byte)
      default: text.append(byte)
      }
    }
    self.text = text
  }

  /// Whether text behind a `<` makes a tag of script's end or the beginning of a comment of it.
  private static func endsOrOpens(_ rest: ArraySlice<UInt8>) -> Bool {
    let rest = rest.prefix(7)
    let lowered = rest.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
    return lowered == Array("/script".utf8) || lowered.starts(with: Array("!--".utf8))
  }
}
