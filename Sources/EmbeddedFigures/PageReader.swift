package import JSONCore

/// Finds the scripts of an HTML page as browsers do (HTML, section 13.2.5), and in them what is drawn with plotly.js.
///
/// Markup is told from scripts, comments and other raw text; it need not be well-formed.
package struct PageReader {
  private let bytes: InputBytes
  private let maximumDepth: Int
  private var page: PageBuilder

  /// Reads a page. O(length); megabytes of plotly.js in it are passed at some gigabytes a second.
  package static func read(_ bytes: InputBytes, maximumDepth: Int = JSONScanner.defaultMaximumDepth) -> Page {
    var reader = PageReader(bytes, maximumDepth: maximumDepth)
    reader.readMarkup()
    return reader.page.finish()
  }

  private init(_ bytes: InputBytes, maximumDepth: Int) {
    self.bytes = bytes
    self.maximumDepth = maximumDepth
    page = PageBuilder(bytes, maximumDepth: maximumDepth)
  }

  private mutating func readMarkup() {
    var progress = ReadingProgress(bytes, from: 0)
    var position = 0
    while let start = bytes.firstOffset(of: UInt8(ascii: "<"), in: position..<bytes.count) {
      progress.reach(start, of: bytes)
      switch bytes[start + 1] {
      case UInt8(ascii: "!") where bytes.equals(start..<start + 4, "<!--"):
        position = end(ofCommentAt: start)
      case 0x41...0x5A, 0x61...0x7A:
        var tag = Tag(bytes, at: start)
        position = tag.passAttributes()
        position = passContent(of: tag, from: position)
      case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/"):
        position = (bytes.firstOffset(of: UInt8(ascii: ">"), in: start..<bytes.count) ?? bytes.count - 1) + 1
      default: position = start + 1
      }
    }
  }

  private func end(ofCommentAt start: Int) -> Int {
    // `<!-->` and `<!--->` are whole.
    var position = start + 2
    while let end = bytes.firstOffset(of: UInt8(ascii: ">"), in: position..<bytes.count) {
      if bytes.equals(end - 2..<end, "--") || bytes.equals(end - 3..<end, "--!") && end - 3 > start + 3 {
        return end + 1
      }
      position = end + 1
    }
    return bytes.count
  }

  /// Passes what follows a tag and is no markup: scripts and other raw text. Returns where markup goes on.
  private mutating func passContent(of tag: Tag, from start: Int) -> Int {
    if tag.isNamed("script") {
      let end = endOfScript(from: start)
      readScript(tag, start..<end)
      return end
    }
    if tag.isNamed("meta") {
      if tag.namesOtherEncoding { page.noteOtherEncoding() }
      return start
    }
    let rawText: [StaticString] = ["style", "textarea", "title", "xmp", "noscript", "iframe", "noembed", "noframes"]
    guard let name = rawText.first(where: { tag.isNamed($0) }) else { return start }
    return endOfRawText(name, from: start)
  }

  private mutating func readScript(_ tag: Tag, _ range: Range<Int>) {
    if let source = tag.value(of: "src") {
      var position = source.lowerBound
      while let found = bytes.firstOffset(ofAnyCase: "plotly", in: position..<source.upperBound) {
        position = found + 6
        if let version = LibraryVersion.version(bytes, at: found, upTo: source.upperBound) {
          page.noteVersion(version, at: found)
        } else {
          page.noteCall()
        }
      }
    }
    guard tag.isScript else { return }
    var reader = ScriptReader(bytes, range, maximumDepth: maximumDepth)
    reader.read(into: &page)
  }

  // MARK: - Raw text

  /// Where the closing tag of a raw text begins; the end of the page if there is none.
  private func endOfRawText(_ name: StaticString, from start: Int) -> Int {
    var position = start
    while let found = bytes.firstOffset(of: UInt8(ascii: "<"), in: position..<bytes.count) {
      if isTag(name, at: found, isClosing: true) { return found }
      position = found + 1
    }
    return bytes.count
  }

  /// Where the closing tag of a script begins. In `<!-- … -->`, a script that is opened is closed first
  /// (HTML, section 13.2.5.17, script data double escaped state).
  private func endOfScript(from start: Int) -> Int {
    var position = start
    var isEscaped = false
    var isDoubleEscaped = false
    var escapeStart = 0
    while let found = bytes.firstOffset(of: UInt8(ascii: "<"), in: position..<bytes.count) {
      if isEscaped, let end = bytes.firstOffset(ofAnyCase: "-->", in: escapeStart..<found) {
        (isEscaped, isDoubleEscaped) = (false, false)
        position = end + 3
        continue
      }
      if isTag("script", at: found, isClosing: true) {
        guard isDoubleEscaped else { return found }
        isDoubleEscaped = false
      } else if isEscaped, isTag("script", at: found, isClosing: false) {
        isDoubleEscaped = true
      } else if !isEscaped, bytes.equals(found..<found + 4, "<!--") {
        isEscaped = true
      }
      escapeStart = found
      position = found + 1
    }
    return bytes.count
  }

  private func isTag(_ name: StaticString, at offset: Int, isClosing: Bool) -> Bool {
    let start = offset + (isClosing ? 2 : 1)
    guard !isClosing || bytes[offset + 1] == UInt8(ascii: "/") else { return false }
    let end = start + name.utf8CodeUnitCount
    guard bytes.equalsAnyCase(start..<end, name) else { return false }
    return Tag.endsName(bytes[end])
  }
}
