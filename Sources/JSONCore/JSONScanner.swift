/// A scanner of JSON text (RFC 8259) that builds nothing: its caller asks for one token after the other.
///
/// Broken text is thrown as a ``ScanError``. What can be passed over is noted in ``issues``, once, however often
/// the caller goes back over it with ``rewind(to:)``. Offsets are 0-based bytes.
///
/// Nesting is bounded by `maximumDepth` and nothing here recurses, so no input can exhaust the stack.
@frozen
public struct JSONScanner {
  /// The text, from the beginning of the input to the end of what is scanned.
  public let bytes: InputBytes
  public let maximumDepth: Int

  /// Where the next token is looked for.
  public var position: Int
  /// Open arrays and objects.
  @inlinable public var depth: Int { openCount }
  @usableFromInline var openCount = 0
  /// What was noted, in the order of the text as far as the caller reads in order.
  public internal(set) var issues: [TextIssue] = []

  /// Text before this offset has been scanned already; its issues are known.
  public internal(set) var frontier = 0
  @usableFromInline var keys: KeyLog
  /// For ``skipValue()``: one bit for each open container, set for an object.
  @usableFromInline var skipStack: [UInt64] = []
  @usableFromInline var longArrays: LongArrays
  @usableFromInline var progress: ReadingProgress

  /// The default of `maximumDepth`: far beyond any figure, far below what overflows the stack of a reader that recurses.
  public static let defaultMaximumDepth = 512

  /// Scans `range` of `bytes`. Memory: the nesting's depth and the issues.
  public init(_ bytes: InputBytes, range: Range<Int>, maximumDepth: Int = defaultMaximumDepth) {
    let range = range.clamped(to: 0..<bytes.count)
    self.bytes = bytes.prefix(range.upperBound)
    self.maximumDepth = maximumDepth
    position = range.lowerBound
    keys = KeyLog()
    longArrays = LongArrays(textLength: bytes.count)
    progress = ReadingProgress(self.bytes, from: range.lowerBound)
  }

  // MARK: - Places

  /// The end of the text: 0-based, exclusive.
  @inlinable public var end: Int { bytes.count }

  /// The byte at `offset`, or 0 from the end of the text on.
  @inlinable public func byte(at offset: Int) -> UInt8 { bytes[offset] }

  /// Passes white space and returns the byte behind it without passing it; 0 at the end.
  @inlinable @inline(__always) public mutating func peek() -> UInt8 {
    let byte = byte(at: position)
    if byte > 0x20 { return byte }
    return peekBehindSpace()
  }

  @usableFromInline mutating func peekBehindSpace() -> UInt8 {
    var i = position
    // A single space, as behind a colon; then pretty-printed text, a line end and many spaces.
    if bytes[i] == 0x20, bytes[i &+ 1] > 0x20 {
      position = i &+ 1
      return bytes[i &+ 1]
    }
    while let block = bytes.block(at: i) {
      let other = block.otherThanSpace
      i &+= other == 0 ? 16 : other.trailingZeroBitCount
      if other != 0 { break }
    }
    while bytes[i] == 0x20 || bytes[i] == 0x0A || bytes[i] == 0x0D || bytes[i] == 0x09 { i &+= 1 }
    position = i
    return bytes[i]
  }

  /// Goes back to `offset`, the beginning of a value or key that was scanned before at the same depth.
  public mutating func rewind(to offset: Int) {
    frontier = max(frontier, position)
    progress.goBack(from: position, to: offset, of: bytes)
    position = offset
  }

  /// Leaves the object that was opened at `offset`, in the middle of its members, and goes back to its beginning.
  public mutating func abandonObject(at offset: Int) {
    keys.closeObject(atDepth: depth)
    openCount &-= 1
    rewind(to: offset)
  }

  /// Notes an issue unless this text was scanned before.
  mutating func note(_ kind: TextIssue.Kind, _ range: Range<Int>) {
    guard range.lowerBound >= frontier else { return }
    issues.append(TextIssue(kind: kind, range: range))
  }

  /// Passes a byte-order mark, with a note. To be called once, at the beginning.
  public mutating func passByteOrderMark() {
    guard byte(at: position) == 0xEF, byte(at: position + 1) == 0xBB, byte(at: position + 2) == 0xBF else { return }
    note(.byteOrderMark, position..<position + 3)
    position += 3
  }

  /// Makes sure that only white space is left.
  public mutating func expectEnd() throws(ScanError) {
    _ = peek()
    guard position >= end else { throw ScanError(.trailingText, position..<end) }
  }

  /// The error for a byte that is not what the grammar needs here.
  @usableFromInline func unexpected(_ needed: ScanError.Needed) -> ScanError {
    guard position < end else { return ScanError(.endOfInput(needed: needed), end..<end) }
    return ScanError(.expected(needed), position..<wordEnd(position))
  }

  /// The end of the run of letters, digits and the like at `offset`, at least one character on.
  func wordEnd(_ offset: Int) -> Int {
    var i = offset
    while i < end, i &- offset < 40 {
      let byte = byte(at: i)
      let isWord =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      guard isWord else { break }
      i &+= 1
    }
    if i == offset { i = offset + UTF8Text.scalarLength(bytes, offset, end) }
    return min(i, end)
  }

  // MARK: - Containers

  /// Passes the `{` that ``peek()`` found.
  @inlinable public mutating func openObject() throws(ScanError) { try enter() }

  /// Passes the `[` that ``peek()`` found.
  @inlinable public mutating func openArray() throws(ScanError) { try enter() }

  @inlinable mutating func enter() throws(ScanError) {
    guard depth < maximumDepth else { throw tooDeep() }
    openCount &+= 1
    position &+= 1
  }

  @usableFromInline func tooDeep() -> ScanError {
    ScanError(.tooDeep(limit: maximumDepth), position..<position + 1)
  }

  /// The next member's key, with the scanner before its value; nil when the object has ended and is passed. Notes a key that
  /// the object has already.
  ///
  /// - Parameter isFirst: true for the first call in an object; set to false.
  public mutating func nextKey(_ isFirst: inout Bool) throws(ScanError) -> KeyToken? {
    guard let key = try nextUnloggedKey(&isFirst) else { return nil }
    log(key)
    return key
  }

  /// ``nextKey(_:)`` for callers that know by themselves which keys they have seen: they call ``log(_:)`` for those that they
  /// do not, and ``logKeys(ofObjectAt:upTo:)`` once a key comes again.
  @inlinable @inline(__always) public mutating func nextUnloggedKey(_ isFirst: inout Bool) throws(ScanError)
    -> KeyToken?
  {
    var byte = peek()
    if isFirst {
      isFirst = false
      if byte == UInt8(ascii: "}") { return closeObject() }
    } else if byte == UInt8(ascii: ",") {
      let comma = position
      position &+= 1
      byte = peek()
      if byte == UInt8(ascii: "}") { return closeObject(behindCommaAt: comma) }
    } else if byte == UInt8(ascii: "}") {
      return closeObject()
    } else {
      throw unexpected(.commaOrBrace)
    }
    guard byte == UInt8(ascii: "\"") else { throw unexpected(.key) }
    let key = try scanKey()
    guard peek() == UInt8(ascii: ":") else { throw unexpected(.colon) }
    position &+= 1
    return key
  }

  @inlinable mutating func closeObject() -> KeyToken? {
    position &+= 1
    progress.reach(position, of: bytes)
    keys.closeObject(atDepth: depth)
    openCount &-= 1
    return nil
  }

  @usableFromInline mutating func closeObject(behindCommaAt comma: Int) -> KeyToken? {
    note(.trailingComma, comma..<comma + 1)
    return closeObject()
  }

  /// Remembers a key of the innermost object; notes it when the object has it already.
  public mutating func log(_ key: KeyToken) {
    let start = key.string.range.lowerBound
    if let earlier = keys.insert(key.hash(in: bytes), at: start, depth: depth), start >= frontier,
      isSameKey(earlier, key)
    {
      note(.duplicateKey(first: earlier), key.string.range)
    }
  }

  /// Remembers the keys of the innermost object, which opens at `offset`, up to and with `last`; notes `last` when the object
  /// has it already. For callers that kept no log of the object so far. O(text between).
  public mutating func logKeys(ofObjectAt offset: Int, upTo last: KeyToken) {
    var search = JSONScanner(bytes, range: offset..<last.string.range.lowerBound, maximumDepth: maximumDepth)
    var isFirst = true
    guard (try? search.openObject()) != nil else { return }
    // The text is known to be right; it ends where `last` begins.
    while let key = try? search.nextUnloggedKey(&isFirst), (try? search.skipValue()) != nil {
      _ = keys.insert(key.hash(in: bytes), at: key.string.range.lowerBound, depth: depth)
    }
    log(last)
  }

  /// Whether another element follows, with the scanner before it; false when the array has ended and is passed.
  ///
  /// - Parameter isFirst: true for the first call in an array; set to false.
  @inlinable public mutating func nextElement(_ isFirst: inout Bool) throws(ScanError) -> Bool {
    let byte = peek()
    if isFirst {
      isFirst = false
      if byte != UInt8(ascii: "]") { return true }
    } else if byte == UInt8(ascii: ",") {
      let comma = position
      position &+= 1
      progress.reach(position, of: bytes)
      if peek() != UInt8(ascii: "]") { return true }
      noteTrailingComma(comma)
    } else if byte != UInt8(ascii: "]") {
      throw unexpected(.commaOrBracket)
    }
    position &+= 1
    openCount &-= 1
    return false
  }

  @usableFromInline mutating func noteTrailingComma(_ offset: Int) { note(.trailingComma, offset..<offset + 1) }

  /// Scans the key whose opening quote is at ``position``.
  @inlinable @inline(__always) mutating func scanKey() throws(ScanError) -> KeyToken {
    let start = position &+ 1
    if let block = bytes.block(at: start), case let stops = block.stringStops, stops != 0 {
      let length = stops.trailingZeroBitCount
      if bytes[start &+ length] == UInt8(ascii: "\"") {
        position = start &+ length &+ 1
        let string = StringToken(content: start..<start &+ length, hasEscapes: false)
        return KeyToken(string: string, name: ShortText(block, length: length))
      }
    }
    return KeyToken(string: try scanOtherString(), name: .none)
  }

  /// ``scanString()`` where it is not inlined.
  @usableFromInline mutating func scanOtherString() throws(ScanError) -> StringToken { try scanString() }

  /// Whether the key that opens at `offset` has the text of `key`, and not its hash alone.
  private func isSameKey(_ offset: Int, _ key: KeyToken) -> Bool {
    var earlier = self
    earlier.position = offset
    // Its issues are known; to note them again would copy the whole list.
    earlier.frontier = .max
    guard let string = try? earlier.scanString() else { return false }
    return StringText.decoded(bytes, string.content) == StringText.decoded(bytes, key.string.content)
  }
}

/// A string in the text.
@frozen
public struct StringToken: Sendable {
  /// The bytes between the quotes.
  public let content: Range<Int>
  /// Whether the text must be decoded to be compared.
  public let hasEscapes: Bool

  /// The string with its quotes.
  @inlinable public var range: Range<Int> { content.lowerBound &- 1..<content.upperBound &+ 1 }

  @inlinable init(content: Range<Int>, hasEscapes: Bool) {
    self.content = content
    self.hasEscapes = hasEscapes
  }
}
