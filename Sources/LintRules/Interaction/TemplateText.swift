import JSONCore

/// The variables in a text such as `%{x}: %{y:.2f}` (plotly.js `src/lib/index.js`, `TEMPLATE_STRING_REGEX`).
struct TemplateText {
  struct Variable {
    /// The name with its path: `customdata[0]`.
    let name: Range<Int>
    /// The number format behind a colon.
    let format: Range<Int>?
  }

  private let bytes: InputBytes
  private let end: Int
  private var offset: Int

  /// - Parameter range: the content of a string, as it stands in JSON.
  init(_ bytes: InputBytes, _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    offset = range.lowerBound
  }

  /// The next variable; nil when there is none any more. What is not closed, or has blanks in its name, is plain text.
  mutating func next() -> Variable? {
    while offset + 1 < end {
      guard let percent = bytes.firstOffset(of: UInt8(ascii: "%"), in: offset..<end - 1) else { return nil }
      offset = percent
      guard bytes[offset + 1] == UInt8(ascii: "{") else {
        offset += 1
        continue
      }
      offset += 2
      let start = offset
      while offset < end, !TemplateText.endsName(bytes[offset]) { offset += 1 }
      let name = start..<offset
      guard offset < end else { return nil }
      switch bytes[offset] {
      case UInt8(ascii: "}"): return Variable(name: name, format: nil)
      case UInt8(ascii: ":"), UInt8(ascii: "|"):
        let isNumberFormat = bytes[offset] == UInt8(ascii: ":")
        let formatStart = offset + 1
        while offset < end, bytes[offset] != UInt8(ascii: "}") { offset += 1 }
        guard offset < end else { return nil }
        return Variable(name: name, format: isNumberFormat ? formatStart..<offset : nil)
      default: continue
      }
    }
    return nil
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "|") || byte == UInt8(ascii: "\\")
  }
}

/// Formats of d3-format (its `formatSpecifier`): `[[fill]align][sign][symbol][0][width][,][.precision][~][type]`.
enum NumberFormat {
  static func isValid(_ bytes: InputBytes, _ range: Range<Int>) -> Bool {
    let text = Array(bytes.text(range).unicodeScalars)
    var i = 0
    func isOne(_ of: String, at index: Int) -> Bool { index < text.count && of.unicodeScalars.contains(text[index]) }
    func digits() {
      while i < text.count, ("0"..."9").contains(text[i]) { i += 1 }
    }
    if isOne("<>=^", at: 1) {
      i = 2
    } else if isOne("<>=^", at: 0) {
      i = 1
    }
    if isOne("+-( ", at: i) { i += 1 }
    if isOne("$#", at: i) { i += 1 }
    digits()
    if isOne(",", at: i) { i += 1 }
    if isOne(".", at: i) {
      i += 1
      guard i < text.count, ("0"..."9").contains(text[i]) else { return false }
      digits()
    }
    if isOne("~", at: i) { i += 1 }
    if i < text.count, text[i] == "%" || ("a"..."z").contains(text[i]) || ("A"..."Z").contains(text[i]) { i += 1 }
    return i == text.count
  }
}
