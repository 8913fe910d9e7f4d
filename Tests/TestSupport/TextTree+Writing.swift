/// Other writings of the same JSON.
extension TextTree {
  /// How white space is laid out.
  package enum Writing: CaseIterable, Sendable {
    case oneLine
    /// Each member and element on a line of its own.
    case pretty
    /// ``pretty`` with CR LF.
    case prettyCRLF
  }

  /// The same tokens with other white space between them.
  package func written(_ writing: Writing) -> [UInt8] {
    let lineEnd: [UInt8] = writing == .prettyCRLF ? [0x0D, 0x0A] : [0x0A]
    var out: [UInt8] = []
    func lineBreak(_ depth: Int) {
      if writing != .oneLine { out += lineEnd + Array(repeating: 0x20, count: 2 * depth) }
    }
    func write(_ node: Node, _ depth: Int) {
      let isObject = text[node.range.lowerBound] == UInt8(ascii: "{")
      guard !node.members.isEmpty || !node.elements.isEmpty else { return out += text[node.range] }
      out.append(isObject ? UInt8(ascii: "{") : UInt8(ascii: "["))
      for (i, member) in node.members.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        lineBreak(depth + 1)
        out += text[member.keyRange] + Array((writing == .oneLine ? ":" : ": ").utf8)
        write(member.value, depth + 1)
      }
      for (i, element) in node.elements.enumerated() {
        if i > 0 { out.append(UInt8(ascii: ",")) }
        lineBreak(depth + 1)
        write(element, depth + 1)
      }
      lineBreak(depth)
      out.append(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]"))
    }
    write(root, 0)
    return out
  }

  /// The same JSON with the members of every object in another order.
  package func shuffled(_ random: inout SeededRandom) -> [UInt8] {
    func shuffle(_ node: Node) -> Node {
      var node = node
      node.members = node.members.map { Member(keyRange: $0.keyRange, key: $0.key, value: shuffle($0.value)) }
      node.members.shuffle(using: &random)
      node.elements = node.elements.map { shuffle($0) }
      return node
    }
    return TextTree(text: text, root: shuffle(root)).written(.oneLine)
  }

  private init(text: [UInt8], root: Node) {
    self.text = text
    self.root = root
  }
}
