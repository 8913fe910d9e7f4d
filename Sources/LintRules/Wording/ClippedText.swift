import JSONCore

/// Text of the input as messages show it: cut where it is long, with its length.
///
/// Control characters stay as they are; reporters escape them.
struct ClippedText {
  /// How many characters are shown of a longer text.
  static let longest = 40

  /// The text, or its beginning.
  let text: String
  /// How many characters (Unicode scalars) there are, if not all of them are in `text`.
  let fullLength: Int?

  /// The text that the string with `content` between its quotes stands for. O(length), allocates what is shown.
  init(string content: Range<Int>, _ bytes: InputBytes) {
    var offset = content.lowerBound
    var cut = content.upperBound
    var count = 0
    while offset < content.upperBound {
      if count == ClippedText.longest { cut = offset }
      offset = min(ClippedText.next(bytes, offset), content.upperBound)
      count += 1
    }
    let isCut = count > ClippedText.longest
    text = StringText.string(bytes, content.lowerBound..<(isCut ? cut : content.upperBound))
    fullLength = isCut ? count : nil
  }

  /// The text in `range` as it stands.
  init(raw range: Range<Int>, _ bytes: InputBytes) {
    self.init(bytes.text(range.prefix(ClippedText.longest * 4 + 1)), byteCount: range.count)
  }

  /// A text that is at hand.
  init(_ whole: String) { self.init(whole, byteCount: whole.utf8.count) }

  private init(_ text: String, byteCount: Int) {
    let scalars = text.unicodeScalars
    guard let cut = scalars.index(scalars.startIndex, offsetBy: ClippedText.longest, limitedBy: scalars.endIndex),
      cut < scalars.endIndex
    else {
      self.text = text
      fullLength = nil
      return
    }
    self.text = String(scalars[..<cut])
    fullLength = text.utf8.count == byteCount ? scalars.count : byteCount
  }

  /// In single quotes: `'abc'`, `'abcdef…' (3000 characters)`.
  var quoted: String { fullLength.map { "'\(text)…' (\($0) characters)" } ?? "'\(text)'" }

  /// Without quotes: a number, say.
  var plain: String { fullLength.map { "\(text)… (\($0) characters)" } ?? text }

  /// Behind the character or escape at `offset`.
  private static func next(_ bytes: InputBytes, _ offset: Int) -> Int {
    if bytes[offset] == UInt8(ascii: "\\") {
      guard bytes[offset + 1] == UInt8(ascii: "u") else { return offset + 2 }
      let isPair =
        bytes[offset + 2] | 0x20 == UInt8(ascii: "d") && "89abAB".utf8.contains(bytes[offset + 3])
        && bytes[offset + 6] == UInt8(ascii: "\\") && bytes[offset + 7] == UInt8(ascii: "u")
      return offset + (isPair ? 12 : 6)
    }
    var next = offset + 1
    while bytes[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }
}
