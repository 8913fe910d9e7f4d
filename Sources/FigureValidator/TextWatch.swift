package import JSONCore

/// Finds in JSON text what a published figure should not hold.
///
/// Nothing is decoded: a text that is written with `\u003c` for `<` is looked at like its plain form by whoever decodes it,
/// and by nobody here. O(length), but for the tags of a text, of which each is read once.
package struct TextWatch {
  package struct Hit: Equatable, Sendable {
    package let risk: TextRisk
    /// The string that it is in, with its quotes.
    package let string: Range<Int>
  }

  private let bytes: InputBytes
  private let range: Range<Int>
  private var offset: Int
  private var pending: UInt32 = 0
  /// Where the block begins that ``pending`` is a mask of.
  private var block: Int
  /// Up to here ``passPlainBlocks()`` would find nothing to pass.
  private var tried = 0
  /// Whether the text begins with the content of a string, whose quotes are outside of it.
  private let isContent: Bool

  package init(_ bytes: InputBytes, _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    offset = range.lowerBound
    block = range.lowerBound
    isContent =
      range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "\"")
      && bytes[range.lowerBound] != UInt8(ascii: "\"")
  }

  /// The next risk; nil when there is none any more.
  package mutating func next() -> Hit? {
    if offset == range.lowerBound, isContent, let risk = tokenRisk(at: offset) {
      offset += 1
      return Hit(risk: risk, string: string(around: range.lowerBound))
    }
    while let mark = nextMark() {
      if let risk = risk(at: mark) { return Hit(risk: risk, string: string(around: mark)) }
    }
    return nil
  }

  /// Goes on behind the string of a hit.
  package mutating func passString(of hit: Hit) {
    let end = min(hit.string.upperBound, range.upperBound)
    guard end >= offset else {
      // The string ends in the block at hand: what is behind it there is still to be looked at.
      pending &= ~0 &<< UInt32(end - block)
      return
    }
    pending = 0
    offset = end
    block = end
  }

  // MARK: - Marks

  /// Whether there is any byte that a risk may have, in a text whose opening quote stands before `range`: to be asked before
  /// a short text is looked at.
  static func mayHoldRisk(_ bytes: InputBytes, _ range: Range<Int>) -> Bool {
    var offset = range.lowerBound - 1
    while offset < range.upperBound {
      guard let marks = marks(bytes, at: offset) else { return true }
      let count = range.upperBound - offset
      if count < 16 ? marks & (1 &<< UInt32(count) &- 1) != 0 : marks != 0 { return true }
      offset += 16
    }
    return false
  }

  /// The next byte that any risk has; see ``isMark(_:_:)``.
  private mutating func nextMark() -> Int? {
    while true {
      if pending != 0 {
        let mark = block + pending.trailingZeroBitCount
        pending &= pending &- 1
        guard mark < range.upperBound else { return nil }
        return mark
      }
      if offset >= tried { passPlainBlocks() }
      guard offset < range.upperBound else { return nil }
      block = offset
      if let marks = TextWatch.marks(bytes, at: offset) {
        pending = marks
        offset += 16
      } else {
        while offset < range.upperBound, !TextWatch.isMark(bytes, offset) { offset += 1 }
        guard offset < range.upperBound else { return nil }
        offset += 1
        return offset - 1
      }
    }
  }

  /// Passes blocks of 64 bytes in which nothing is a mark but quotes before short words: no key of a service has fewer than 20
  /// bytes.
  private mutating func passPlainBlocks() {
    guard range.upperBound - offset >= 128, var here = WordEnds(bytes, at: offset) else {
      tried = range.upperBound
      return
    }
    while offset + 64 <= range.upperBound, let there = WordEnds(bytes, at: offset + 64),
      let quad = bytes.quad(at: offset), let next = bytes.quad(at: offset + 1),
      !quad.mayHoldTextMarks(before: next), !here.precedeLongWord(before: there)
    {
      here = there
      offset += 64
    }
    tried = offset + 64
  }

  /// The marks among sixteen bytes, in nearly all texts none; nil near the end of the input.
  @inline(__always) private static func marks(_ bytes: InputBytes, at offset: Int) -> UInt32? {
    guard let third = bytes.block(at: offset + 2), let next = bytes.block(at: offset + 1),
      let sixteen = bytes.block(at: offset)
    else { return nil }
    // Every word has a quote before it: only those count behind which a key of a service may begin.
    var marks = sixteen.startsOfTokens(before: next)
    if marks != 0 { marks &= third.secondsOfTokens }
    if sixteen.mayBeTextMarks != 0 { marks |= sixteen.textMarks(before: next) & ~sixteen.quotes }
    return marks
  }

  /// The same of one byte.
  private static func isMark(_ bytes: InputBytes, _ offset: Int) -> Bool {
    let next = bytes[offset + 1]
    let isLetter = (next | 0x20) &- UInt8(ascii: "a") < 26
    switch bytes[offset] {
    case UInt8(ascii: "="): return true
    case UInt8(ascii: ":"): return next &- UInt8(ascii: "0") >= 10
    case UInt8(ascii: "<"), UInt8(ascii: "/"), UInt8(ascii: "\""): return isLetter
    default: return false
    }
  }

  private func risk(at mark: Int) -> TextRisk? {
    switch bytes[mark] {
    case UInt8(ascii: ":"): schemeRisk(at: mark)
    case UInt8(ascii: "<"): tagRisk(at: mark)
    case UInt8(ascii: "/"): pathRisk(at: mark)
    case UInt8(ascii: "="): parameterRisk(at: mark)
    default: mark + 1 < range.upperBound ? tokenRisk(at: mark + 1) : nil
    }
  }

  /// The string that holds `offset`, with its quotes. O(its length).
  private func string(around offset: Int) -> Range<Int> {
    let isQuote = bytes[offset] == UInt8(ascii: "\"") && !isEscaped(offset)
    var start = isQuote ? offset + 1 : offset
    while !isQuote, start > 0, bytes[start - 1] != UInt8(ascii: "\"") || isEscaped(start - 1) { start -= 1 }
    var end = max(start, offset)
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") || isEscaped(end) { end += 1 }
    return max(0, start - 1)..<min(end + 1, bytes.count)
  }

  private func isEscaped(_ offset: Int) -> Bool {
    var backslashes = 0
    while offset - backslashes > 0, bytes[offset - backslashes - 1] == UInt8(ascii: "\\") { backslashes += 1 }
    return backslashes & 1 == 1
  }
}

/// The spaces and quotes of 64 bytes: words lie between them.
private struct WordEnds {
  private let mask: UInt64

  @inline(__always) init?(_ bytes: InputBytes, at offset: Int) {
    guard let quad = bytes.quad(at: offset) else { return nil }
    mask = quad.spacesAndQuotes
  }

  /// Whether a word of at least 20 bytes follows one of them.
  @inline(__always) func precedeLongWord(before next: WordEnds) -> Bool {
    /// `pair` with each byte marked that has a marked one up to `count` bytes behind it.
    func spread(_ pair: (UInt64, UInt64), _ count: UInt64) -> (UInt64, UInt64) {
      (pair.0 | pair.0 &>> count | pair.1 &<< (64 &- count), pair.1 | pair.1 &>> count)
    }
    let sixteen = spread(spread(spread(spread((mask, next.mask), 1), 2), 4), 8)
    let twenty = spread(sixteen, 4)
    return mask & ~(twenty.0 &>> 1 | twenty.1 &<< 63) != 0
  }
}

// MARK: - Risks

extension TextWatch {
  private func holds(_ text: StaticString, at offset: Int) -> Bool {
    LowercaseText.matches(bytes, at: offset, before: range.upperBound, text)
  }

  /// Whether `name` stands right before `end`, and no letter before it.
  private func isPreceded(by name: StaticString, before end: Int) -> Bool {
    let start = end - name.utf8CodeUnitCount
    guard start >= range.lowerBound, LowercaseText.matches(bytes, at: start, before: end, name) else { return false }
    return start == range.lowerBound || !TextWatch.isWord(bytes[start - 1])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
  }

  /// `javascript:`, `http:` and the like, before the colon at `mark`.
  private func schemeRisk(at mark: Int) -> TextRisk? {
    guard mark > range.lowerBound else { return nil }
    switch bytes[mark - 1] | 0x20 {
    case UInt8(ascii: "t"):
      // In a sentence ("javascript: the good parts") nothing is run: it must be where a URL is.
      if isPreceded(by: "javascript", before: mark) || isPreceded(by: "vbscript", before: mark) {
        guard mark + 1 < range.upperBound, bytes[mark + 1] > 0x20, bytes[mark + 1] &- UInt8(ascii: "0") >= 10 else {
          return nil
        }
        return isURLStart(mark - (bytes[mark - 7] | 0x20 == UInt8(ascii: "a") ? 10 : 8)) ? .scriptURL : nil
      }
    case UInt8(ascii: "a"):
      if holds("text/html", at: mark + 1), isPreceded(by: "data", before: mark) { return .pageURL }
    case UInt8(ascii: "p"):
      guard isPreceded(by: "http", before: mark), slashes(at: mark + 1) else { return nil }
      return isLocalHost(mark + 3) ? nil : .insecureURL
    case UInt8(ascii: "e"): if isPreceded(by: "file", before: mark), slashes(at: mark + 1) { return .fileURL }
    case UInt8(ascii: "x"): if isPreceded(by: "mapbox", before: mark), slashes(at: mark + 1) { return .mapboxURL }
    case UInt8(ascii: "c"):
      // C:\Users\ as JSON writes it.
      if holds("\\\\users\\\\", at: mark + 1) || holds("/users/", at: mark + 1) { return .homeDirectory }
    default: break
    }
    return nil
  }

  private func slashes(at offset: Int) -> Bool { holds("//", at: offset) || holds("\\/\\/", at: offset) }

  private func isLocalHost(_ offset: Int) -> Bool {
    holds("localhost", at: offset) || holds("127.0.0.1", at: offset) || holds("[::1]", at: offset)
  }

  /// Whether a URL may begin at `offset`: at the start of the text, or behind the `=` or quote of an attribute.
  private func isURLStart(_ offset: Int) -> Bool {
    var before = offset
    while before > range.lowerBound, bytes[before - 1] == 0x20 { before -= 1 }
    guard before > range.lowerBound else { return true }
    switch bytes[before - 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "="): return true
    default: return false
    }
  }

  /// `<script`, and event handlers in the tag that opens at `mark`. Reads up to the end of the tag.
  private func tagRisk(at mark: Int) -> TextRisk? {
    guard mark + 2 < range.upperBound, (bytes[mark + 1] | 0x20) &- UInt8(ascii: "a") < 26 else { return nil }
    if holds("script", at: mark + 1), mark + 7 < range.upperBound, !TextWatch.isWord(bytes[mark + 7]) {
      return .scriptTag
    }
    var offset = mark + 2
    while offset < range.upperBound {
      switch bytes[offset] {
      case UInt8(ascii: "<"), UInt8(ascii: ">"): return nil
      case 0x20, UInt8(ascii: "/"), UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isEventHandler(at: offset + 1) { return .eventHandler }
      default: break
      }
      offset += 1
    }
    return nil
  }

  /// `onclick=`, with or without blanks before the equals sign.
  private func isEventHandler(at offset: Int) -> Bool {
    guard holds("on", at: offset) else { return false }
    var end = offset + 2
    while end < range.upperBound, end - offset < 20, (bytes[end] | 0x20) &- UInt8(ascii: "a") < 26 { end += 1 }
    guard end - offset > 4 else { return false }
    while end < range.upperBound, bytes[end] == 0x20, end - offset < 30 { end += 1 }
    return end < range.upperBound && bytes[end] == UInt8(ascii: "=")
  }

  /// `/home/name/` and `/Users/name/`, at the start of a text or behind a blank.
  private func pathRisk(at mark: Int) -> TextRisk? {
    guard bytes[mark + 1] | 0x20 == UInt8(ascii: "h") || bytes[mark + 1] == UInt8(ascii: "U"),
      holds("/home/", at: mark) || holds("/users/", at: mark) && bytes[mark + 1] == UInt8(ascii: "U")
    else {
      return nil
    }
    if mark > range.lowerBound {
      switch bytes[mark - 1] {
      case 0x20, UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ">"), UInt8(ascii: "="): break
      default: return nil
      }
    }
    var end = mark + (bytes[mark + 1] == UInt8(ascii: "U") ? 7 : 6)
    let name = end
    while end < range.upperBound,
      TextWatch.isWord(bytes[end]) || bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: ".")
    {
      end += 1
    }
    guard end > name, end < range.upperBound, bytes[end] == UInt8(ascii: "/") else { return nil }
    return .homeDirectory
  }

  /// `share_key=…` and `access_token=…` in a URL.
  private func parameterRisk(at mark: Int) -> TextRisk? {
    switch bytes[mark - 1] | 0x20 {
    case UInt8(ascii: "y"), UInt8(ascii: "n"), UInt8(ascii: "t"), UInt8(ascii: "d"): break
    default: return nil
    }
    if isPreceded(by: "share_key", before: mark) { return tokenLength(mark + 1) >= 8 ? .shareKey : nil }
    for name in ["api_key", "apikey", "access_token", "secret", "password"] as [StaticString]
    where isPreceded(by: name, before: mark) {
      if let risk = tokenRisk(at: mark + 1) { return risk }
      return tokenLength(mark + 1) >= 16 ? .serviceKey : nil
    }
    return nil
  }

  /// What a token that begins at `offset` gives away by its shape.
  private func tokenRisk(at offset: Int) -> TextRisk? {
    guard offset + 20 <= range.upperBound else { return nil }
    let length: Int
    switch bytes[offset] {
    case UInt8(ascii: "p"), UInt8(ascii: "s"):
      guard bytes[offset + 1] == UInt8(ascii: "k") else { return nil }
      // Mapbox: "sk." or "pk." and a JSON web token, whose first part is that of an object.
      if bytes[offset + 2] == UInt8(ascii: "."), bytes.equals(offset + 3..<offset + 6, "eyJ"), tokenLength(offset) >= 40
      {
        return bytes[offset] == UInt8(ascii: "s") ? .secretToken : .publicToken
      }
      guard bytes[offset] == UInt8(ascii: "s"),
        bytes[offset + 2] == UInt8(ascii: "-") || bytes[offset + 2] == UInt8(ascii: "_")
      else { return nil }
      length = 32
    case UInt8(ascii: "A"):
      // Amazon's access keys, and Google's.
      if bytes.equals(offset..<offset + 4, "AKIA") || bytes.equals(offset..<offset + 4, "ASIA") {
        return tokenLength(offset) == 20 && isCapital(offset..<offset + 20) ? .serviceKey : nil
      }
      guard bytes.equals(offset..<offset + 4, "AIza") else { return nil }
      return tokenLength(offset) == 39 ? .serviceKey : nil
    case UInt8(ascii: "g"):
      guard bytes.equals(offset..<offset + 2, "gh"), bytes[offset + 3] == UInt8(ascii: "_") else { return nil }
      length = 36
    case UInt8(ascii: "x"):
      guard bytes.equals(offset..<offset + 3, "xox"), bytes[offset + 4] == UInt8(ascii: "-") else { return nil }
      length = 24
    default: return nil
    }
    return tokenLength(offset) >= length && holdsDigit(offset) ? .serviceKey : nil
  }

  /// How many bytes from `offset` on a token can have: letters, digits, `-`, `_` and `.`. At most 200.
  private func tokenLength(_ offset: Int) -> Int {
    var end = offset
    while end < range.upperBound, end - offset < 200,
      TextWatch.isWord(bytes[end]) || bytes[end] == UInt8(ascii: "-") || bytes[end] == UInt8(ascii: ".")
    {
      end += 1
    }
    return end - offset
  }

  private func holdsDigit(_ offset: Int) -> Bool {
    (offset..<offset + tokenLength(offset)).contains { bytes[$0] &- UInt8(ascii: "0") < 10 }
  }

  private func isCapital(_ token: Range<Int>) -> Bool {
    token.allSatisfy { bytes[$0] &- UInt8(ascii: "0") < 10 || bytes[$0] &- UInt8(ascii: "A") < 26 }
  }
}
