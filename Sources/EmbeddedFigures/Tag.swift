import JSONCore

/// An opening tag of a page.
struct Tag {
  private let bytes: InputBytes
  private let name: Range<Int>
  private var attributes: [(name: Range<Int>, value: Range<Int>)] = []

  /// The tag at `offset`, where `<` and a letter stand.
  init(_ bytes: InputBytes, at offset: Int) {
    self.bytes = bytes
    var end = offset + 1
    while end < bytes.count, !Tag.endsName(bytes[end]) { end += 1 }
    name = offset + 1..<end
  }

  static func endsName(_ byte: UInt8) -> Bool {
    isSpace(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ">")
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte && byte != 0x0B }

  /// Reads the attributes; returns the offset behind the tag.
  mutating func passAttributes() -> Int {
    var position = name.upperBound
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ">") { return position + 1 }
      if Tag.isSpace(byte) || byte == UInt8(ascii: "/") {
        position += 1
        continue
      }
      let start = position
      position += 1
      while position < bytes.count, bytes[position] != UInt8(ascii: "="), !Tag.endsName(bytes[position]) {
        position += 1
      }
      let name = start..<position
      while Tag.isSpace(bytes[position]) { position += 1 }
      var value = position..<position
      if bytes[position] == UInt8(ascii: "=") {
        position += 1
        while Tag.isSpace(bytes[position]) { position += 1 }
        value = passValue(&position)
      }
      attributes.append((name, value))
    }
    return bytes.count
  }

  private func passValue(_ position: inout Int) -> Range<Int> {
    let quote = bytes[position]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = position + 1
      let end = bytes.firstOffset(of: quote, in: start..<bytes.count) ?? bytes.count
      position = min(end + 1, bytes.count)
      return start..<end
    }
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: ">"), !Tag.isSpace(bytes[position]) { position += 1 }
    return start..<position
  }

  func isNamed(_ text: StaticString) -> Bool { bytes.equalsAnyCase(name, text) }

  /// The value of an attribute (0-based bytes), with its character references.
  func value(of attribute: StaticString) -> Range<Int>? {
    attributes.first { bytes.equalsAnyCase($0.name, attribute) }?.value
  }

  /// Whether a browser runs the content of this script: it has no type, or that of a script (HTML, section 4.12.1).
  var isScript: Bool {
    guard let type = value(of: "type"), !type.isEmpty else { return true }
    return bytes.equalsAnyCase(type, "module") || bytes.firstOffset(ofAnyCase: "javascript", in: type) != nil
      || bytes.firstOffset(ofAnyCase: "ecmascript", in: type) != nil
  }

  /// Whether this meta tag says that the page is not in UTF-8.
  var namesOtherEncoding: Bool {
    let name: Range<Int>
    if let charset = value(of: "charset") {
      name = charset
    } else if let content = value(of: "content"), let found = bytes.firstOffset(ofAnyCase: "charset=", in: content) {
      name = found + 8..<content.upperBound
    } else {
      return false
    }
    return bytes.firstOffset(ofAnyCase: "utf-8", in: name) == nil
      && bytes.firstOffset(ofAnyCase: "utf8", in: name) == nil
  }
}
