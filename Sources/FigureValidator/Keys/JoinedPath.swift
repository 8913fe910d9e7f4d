package import Diagnostics
package import JSONCore
package import ValidationTree

/// Reads a key as the names along a path in one word: `marker_color` as Python writes it, `annotations[0].text` as
/// `Plotly.restyle` and `relayout` take it.
package struct JoinedPath {
  package enum Notation: Sendable {
    /// Python's "magic underscores". Names may have underscores of their own: `error_y_color`.
    case underscores
    case dots
  }

  /// Deeper places there are none.
  private static let maximumDepth = 9
  private static let longestKey = 120

  private let bytes: InputBytes
  private let end: Int
  private let notation: Notation
  private let tree: ValidationTree
  private var path: [PathElement] = []

  /// The path below `container` that the text in `range` spells; nil where it spells none, or one of a single name.
  package static func read(
    _ bytes: InputBytes, _ range: Range<Int>, _ notation: Notation, below container: ContainerID,
    in versions: VersionSet, _ tree: ValidationTree
  ) -> [PathElement]? {
    guard range.count <= longestKey else { return nil }
    var reader = JoinedPath(bytes: bytes, end: range.upperBound, notation: notation, tree: tree)
    return reader.descend(container, range.lowerBound, versions) && reader.path.count > 1 ? reader.path : nil
  }

  private init(bytes: InputBytes, end: Int, notation: Notation, tree: ValidationTree) {
    self.bytes = bytes
    self.end = end
    self.notation = notation
    self.tree = tree
  }

  private var separator: UInt8 { notation == .dots ? UInt8(ascii: ".") : UInt8(ascii: "_") }

  /// Reads from `start` on, below `container`. The path is left as it was where that cannot be.
  private mutating func descend(_ container: ContainerID, _ start: Int, _ live: VersionSet) -> Bool {
    guard path.count < JoinedPath.maximumDepth else { return false }
    var stop = start
    while stop < end {
      stop += 1
      let isEnd = stop == end
      let isBracket = !isEnd && notation == .dots && bytes[stop] == UInt8(ascii: "[")
      guard isEnd || isBracket || bytes[stop] == separator else { continue }
      if take(start..<stop, container, live) { return true }
      if notation == .dots { return false }
    }
    return false
  }

  /// Takes the text in `name` for a member of `container`, and reads what is behind it.
  private mutating func take(_ name: Range<Int>, _ container: ContainerID, _ live: VersionSet) -> Bool {
    guard let edge = edge(name, container) else { return false }
    path.append(.key(StringText.string(bytes, name)))
    for index in 0..<tree.variantCount(of: edge) {
      let variant = tree.variant(of: edge, at: index)
      let versions = variant.versions.intersection(live)
      guard !versions.isEmpty else { continue }
      if name.upperBound == end { return true }
      switch variant.node.kind {
      case .attribute: continue
      case .container:
        if bytes[name.upperBound] == separator, descend(variant.node.container, name.upperBound + 1, versions) {
          return true
        }
      case .list: if takeItem(name.upperBound, variant.node.container, versions) { return true }
      }
    }
    path.removeLast()
    return false
  }

  /// Reads `[0].text` behind the name of a list, or `_0_text`.
  private mutating func takeItem(_ start: Int, _ container: ContainerID, _ live: VersionSet) -> Bool {
    var offset = start + 1
    var index = 0
    while offset < end, bytes[offset] &- UInt8(ascii: "0") < 10, index < 1 << 30 {
      index = index * 10 + Int(bytes[offset] &- UInt8(ascii: "0"))
      offset += 1
    }
    guard offset > start + 1 else { return false }
    if notation == .dots, bytes[start] == UInt8(ascii: "[") {
      guard offset < end, bytes[offset] == UInt8(ascii: "]") else { return false }
      offset += 1
    }
    path.append(.index(index))
    if offset == end { return true }
    if bytes[offset] == separator, descend(container, offset + 1, live) { return true }
    path.removeLast()
    return false
  }

  private func edge(_ name: Range<Int>, _ container: ContainerID) -> EdgeID? {
    if let edge = tree.word(KeyHash(bytes, name), bytes, name).flatMap({ tree.edge(container, $0) }) { return edge }
    return tree.subplotEdge(bytes, name, in: container)?.edge
  }
}

extension ValidationTree {
  /// The subplot object that a name with a counter means: `xaxis2` is an `xaxis`, `xaxis1` and `xaxis02` are nothing
  /// (plotly.js `src/lib/regex.js`, `counter`). Also its name without the counter. Not every variant of it needs to be one.
  package func subplotEdge(_ bytes: InputBytes, _ name: Range<Int>, in container: ContainerID) -> (
    word: WordID, edge: EdgeID
  )? {
    var digits = name.upperBound
    while digits > name.lowerBound, bytes[digits - 1] &- UInt8(ascii: "0") < 10 { digits -= 1 }
    guard digits < name.upperBound, ValidationTree.counter(bytes, digits, name.upperBound) == name.upperBound else {
      return nil
    }
    return subplotObject(bytes, name.lowerBound..<digits, in: container)
  }

  /// The subplot object called `name`, without a counter.
  package func subplotObject(_ bytes: InputBytes, _ name: Range<Int>, in container: ContainerID) -> (
    word: WordID, edge: EdgeID
  )? {
    guard let word = word(KeyHash(bytes, name), bytes, name), let edge = edge(container, word),
      (0..<variantCount(of: edge)).contains(where: { isSubplot(variant(of: edge, at: $0).node) })
    else { return nil }
    return (word, edge)
  }
}
