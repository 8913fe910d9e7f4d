/// A JSON text as a tree of byte ranges, made by a plain recursive reader that shares nothing with the scanner.
///
/// For right JSON only: it stops at the first byte that does not fit.
package struct TextTree: Sendable {
  package let text: [UInt8]
  package let root: Node

  package struct Node: Sendable {
    /// 0-based bytes of the value.
    package var range: Range<Int>
    package var members: [Member] = []
    package var elements: [Node] = []
  }

  package struct Member: Sendable {
    /// 0-based bytes of the key with its quotes.
    package let keyRange: Range<Int>
    package let key: String
    package var value: Node
  }

  /// Reads the text; nil where it is no JSON.
  package init?(_ text: [UInt8]) {
    var reader = Reader(text: text)
    guard let root = reader.value() else { return nil }
    reader.space()
    guard reader.at == text.count else { return nil }
    self.text = text
    self.root = root
  }

  private struct Reader {
    let text: [UInt8]
    var at = 0

    var byte: UInt8 { at < text.count ? text[at] : 0 }

    mutating func space() { while [0x20, 0x0A, 0x0D, 0x09].contains(byte) { at += 1 } }

    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
      guard byte == UInt8(ascii: scalar) else { return false }
      at += 1
      return true
    }

    mutating func value() -> Node? {
      space()
      let start = at
      var node = Node(range: start..<start)
      if take("{") {
        space()
        if !take("}") {
          repeat {
            space()
            guard let keyRange = string(), let key = TextTree.decode(text[keyRange]) else { return nil }
            space()
            guard take(":"), let value = value() else { return nil }
            node.members.append(Member(keyRange: keyRange, key: key, value: value))
            space()
          } while take(",")
          guard take("}") else { return nil }
        }
      } else if take("[") {
        space()
        if !take("]") {
          repeat {
            guard let element = value() else { return nil }
            node.elements.append(element)
            space()
          } while take(",")
          guard take("]") else { return nil }
        }
      } else if byte == UInt8(ascii: "\"") {
        guard string() != nil else { return nil }
      } else {
        while at < text.count, !Reader.ends.contains(text[at]) { at += 1 }
        guard at > start else { return nil }
      }
      node.range = start..<at
      return node
    }

    static let ends = Set(",]} \n\r\t".utf8)

    mutating func string() -> Range<Int>? {
      let start = at
      guard take("\"") else { return nil }
      while at < text.count, text[at] != UInt8(ascii: "\"") { at += text[at] == UInt8(ascii: "\\") ? 2 : 1 }
      guard take("\"") else { return nil }
      return start..<at
    }
  }
}

extension TextTree {
  /// The text of a string that stands with its quotes in `bytes`.
  package static func decode(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.count > 1, bytes.first == UInt8(ascii: "\""), bytes.last == UInt8(ascii: "\"") else { return nil }
    let content = bytes.dropFirst().dropLast()
    guard content.contains(UInt8(ascii: "\\")) else { return String(decoding: content, as: UTF8.self) }
    var units: [UInt16] = []
    var rest = Array(String(decoding: content, as: UTF8.self).utf16)[...]
    let simple: [Character: UInt16] = ["b": 8, "f": 12, "n": 10, "r": 13, "t": 9]
    while let unit = rest.popFirst() {
      guard unit == 0x5C, let next = rest.popFirst(), let escape = Unicode.Scalar(next) else {
        units.append(unit)
        continue
      }
      if escape == "u" {
        guard let code = UInt16(String(decoding: rest.prefix(4), as: UTF16.self), radix: 16) else { return nil }
        units.append(code)
        rest = rest.dropFirst(4)
      } else {
        units.append(simple[Character(escape)] ?? next)
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// The text of a node.
  package func text(of node: Node) -> String { String(decoding: text[node.range], as: UTF8.self) }

  /// The text that a node holds as a string, nil if it is none.
  package func string(_ node: Node?) -> String? { node.flatMap { TextTree.decode(text[$0.range]) } }

  /// What an RFC 6901 pointer points to: the node, and its key where it is a member. Of equal keys the last one counts.
  package func locate(_ pointer: String) -> (keyRange: Range<Int>?, node: Node)? {
    var place: (keyRange: Range<Int>?, node: Node) = (nil, root)
    for token in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
      let name = token.replacing("~1", with: "/").replacing("~0", with: "~")
      if let member = place.node.members.last(where: { $0.key.unicodeScalars.elementsEqual(name.unicodeScalars) }) {
        place = (member.keyRange, member.value)
      } else if let index = Int(name), place.node.elements.indices.contains(index) {
        place = (nil, place.node.elements[index])
      } else {
        return nil
      }
    }
    return place
  }
}

extension TextTree.Node {
  package subscript(_ key: String) -> TextTree.Node? { members.last { $0.key == key }?.value }
}
