import JSONCore
package import ValidationTree

/// Compiles conditions to the block that ``DefaultsTable`` reads. Same input, same bytes.
package struct DefaultsWriter {
  private let tree: ValidationTree
  private var sections: [DefaultsTable.Section: [UInt8]] = [:]
  private var tokens: [String] = DefaultsToken.common
  private var tokenNumbers: [String: Int] = [:]
  private var features: [String: Int] = [:]
  /// The attributes of each root: a trie.
  private var roots: [Node?]

  private final class Node {
    var children: [UInt16: Node] = [:]
    /// Effect and rule.
    var rules: [(UInt16, Int)] = []
  }

  /// - Throws: ``DefaultsError`` for a name that the tree does not have, or too many of anything.
  package static func block(_ model: DefaultsModel, for tree: ValidationTree) throws(DefaultsError) -> [UInt8] {
    var writer = DefaultsWriter(tree)
    for (index, rule) in model.rules.enumerated() { try writer.add(rule, index) }
    let always = model.rules.count
    writer.append(.rules, writer.count(.alternatives), 1, Int(DefaultsReach.since3.rawValue))
    writer.append(.alternatives, writer.count(.atoms), 0)
    for null in model.unusedNulls {
      for type in null.types {
        try writer.place(.unusedNull, always, root: "trace:\(type)", attribute: "T:\(null.attribute)")
      }
    }
    return try writer.finish()
  }

  private init(_ tree: ValidationTree) {
    self.tree = tree
    for (index, text) in tokens.enumerated() { tokenNumbers[text] = index }
    roots = Array(repeating: nil, count: DefaultsRoot.allCases.count + tree.edges(of: tree.traces).count)
  }

  private func count(_ section: DefaultsTable.Section) -> Int { (sections[section]?.count ?? 0) / section.stride }

  private mutating func append(_ section: DefaultsTable.Section, _ numbers: Int...) {
    for number in numbers {
      sections[section, default: []].append(UInt8(truncatingIfNeeded: number))
      sections[section, default: []].append(UInt8(truncatingIfNeeded: number >> 8))
    }
  }

  private func word(_ name: some StringProtocol) throws(DefaultsError) -> UInt16 {
    if name == "#" { return DefaultsTable.item }
    guard let word = tree.word(String(name)) else {
      throw DefaultsError(line: 0, message: "no schema has the name '\(name)'")
    }
    return word.rawValue
  }

  private mutating func add(_ rule: DefaultsModel.Rule, _ index: Int) throws(DefaultsError) {
    let effect: DefaultsEffect =
      switch rule.code {
      case "unused": .unused
      case "invisible": .invisible
      case "dynamic": .dynamic
      case "dynamic[0]": .dynamicFirst
      case "dynamic[1]": .dynamicSecond
      default: throw DefaultsError(line: 0, message: "'\(rule.code)' is no code")
      }
    let reach: DefaultsReach = rule.reach == "holds" ? .since3 : .since4
    append(.rules, count(.alternatives), rule.alternatives.count, Int(reach.rawValue))
    for alternative in rule.alternatives {
      append(.alternatives, count(.atoms), alternative.count)
      for atom in alternative {
        append(.atoms, try feature(atom.feature), count(.tokens), atom.tokens.count)
        for text in atom.tokens {
          let number = tokenNumbers[text] ?? tokens.count
          if number == tokens.count {
            tokens.append(text)
            tokenNumbers[text] = number
          }
          sections[.tokens, default: []].append(UInt8(truncatingIfNeeded: number))
        }
      }
    }
    for root in rule.roots {
      for attribute in rule.attributes { try place(effect, index, root: root, attribute: attribute) }
    }
  }

  /// Adds a rule to an attribute.
  private mutating func place(
    _ effect: DefaultsEffect, _ rule: Int, root: String, attribute: String
  ) throws(DefaultsError) {
    var steps = attribute.dropFirst(2).split(separator: ".")
    let position: Int
    if root.hasPrefix("trace:") {
      guard let word = tree.word(String(root.dropFirst(6))), let edge = tree.edge(tree.traces, word) else {
        throw DefaultsError(line: 0, message: "'\(root)' is no trace type")
      }
      position = DefaultsRoot.allCases.count + tree.ordinal(of: edge, in: tree.traces)
    } else {
      guard let found = DefaultsRoot.allCases.first(where: { $0.name == root }) else {
        throw DefaultsError(line: 0, message: "'\(root)' is no part of a layout")
      }
      position = found.rawValue
      // The node of a part is that of the part itself.
      if found != .top { steps.removeFirst() }
    }
    var node = roots[position] ?? Node()
    roots[position] = node
    for step in steps {
      let word = try word(step)
      let child = node.children[word] ?? Node()
      node.children[word] = child
      node = child
    }
    node.rules.append((effect.rawValue, rule))
  }

  private mutating func feature(_ text: String) throws(DefaultsError) -> Int {
    if let known = features[text] { return known }
    let (kind, path, flag) = try DefaultsWriter.parts(of: text)
    let steps = path.split(separator: ".")
    append(
      .features, Int(kind.rawValue), count(.steps), steps.count, flag.isEmpty ? 0 : Int(try word(flag)))
    for step in steps { append(.steps, Int(try word(step))) }
    let number = features.count
    features[text] = number
    return number
  }

  /// What a feature is, the path it speaks of, and the flag.
  private static func parts(
    of text: String
  ) throws(DefaultsError) -> (DefaultsFeature.Kind, Substring, Substring) {
    if text.hasPrefix("D:") {
      let name = text.dropFirst(2)
      switch name {
      case "vis": return (.isVisible, "", "")
      case "ntraces": return (.traceCount, "", "")
      case "len": return (.length, "", "")
      case "axtype": return (.axisType, "", "")
      case "firsttype": return (.firstType, "", "")
      case "naxes": return (.axisCount, "", "")
      case "legend": return (.legend, "", "")
      case "grid": return (.grid, "", "")
      case _ where name.hasPrefix("lt:"):
        return (name.dropFirst(3).first == "T" ? .traceBounds : .layoutBounds, name.dropFirst(5), "")
      case _ where name.hasSuffix(".type"): return (.innerAxisType, name.dropLast(5), "")
      default: throw DefaultsError(line: 0, message: "'\(text)' is no feature")
      }
    }
    let isTrace = text.hasPrefix("T:")
    let path = text.dropFirst(2)
    if path.hasSuffix("{}") { return (isTrace ? .traceContainer : .layoutContainer, path.dropLast(2), "") }
    if let tilde = path.firstIndex(of: "~") {
      return (isTrace ? .traceFlag : .layoutFlag, path[..<tilde], path[tilde...].dropFirst())
    }
    return (isTrace ? .trace : .layout, path, "")
  }

  private mutating func finish() throws(DefaultsError) -> [UInt8] {
    writeNodes()
    guard tokens.count <= 256, count(.nodes) < 0xFFFF, count(.atoms) < 0xFFFF, count(.tokens) < 0xFFFF,
      count(.nodeRules) < 0xFFFF
    else { throw DefaultsError(line: 0, message: "there is more than the table can hold") }
    var words: [(UInt16, Int)] = []
    for (number, text) in tokens.enumerated() {
      append(.tokenStarts, count(.tokenTexts))
      sections[.tokenTexts, default: []].append(contentsOf: text.utf8)
      if text.hasPrefix("="), let word = tree.word(String(text.dropFirst())) { words.append((word.rawValue, number)) }
    }
    append(.tokenStarts, count(.tokenTexts))
    for (word, number) in words.inOrder(by: { $0.0 < $1.0 }) { append(.wordTokens, Int(word), number) }
    return assemble()
  }

  /// Writes the tries, so that the children of a node stand together.
  private mutating func writeNodes() {
    for root in roots { append(.roots, root == nil ? 0xFFFF : 0) }
    var queue: [(word: UInt16, node: Node)] = []
    for (index, root) in roots.enumerated() {
      guard let root else { continue }
      sections[.roots]?[index * 2] = UInt8(truncatingIfNeeded: queue.count)
      sections[.roots]?[index * 2 + 1] = UInt8(truncatingIfNeeded: queue.count >> 8)
      queue.append((0, root))
    }
    var next = 0
    while next < queue.count {
      let (word, node) = queue[next]
      next += 1
      let children = node.children.inOrder { $0.key < $1.key }
      append(.nodes, Int(word), queue.count, children.count, count(.nodeRules), node.rules.count)
      for (effect, rule) in node.rules { append(.nodeRules, Int(effect), rule) }
      queue.append(contentsOf: children.map { ($0.key, $0.value) })
    }
  }

  private func assemble() -> [UInt8] {
    var block = Array(repeating: UInt8(0), count: DefaultsTable.headerLength)
    func put(_ number: UInt64, _ width: Int, at offset: Int) {
      for i in 0..<width { block[offset + i] = UInt8(truncatingIfNeeded: number >> UInt64(i * 8)) }
    }
    for section in DefaultsTable.Section.allCases {
      put(UInt64(block.count), 4, at: 24 + section.rawValue * 8)
      put(UInt64(count(section)), 4, at: 28 + section.rawValue * 8)
      block += sections[section] ?? []
      while block.count % 8 != 0 { block.append(0) }
    }
    put(DefaultsTable.magic, 8, at: 0)
    put(UInt64(DefaultsTable.version), 4, at: 8)
    put(UInt64(block.count), 4, at: 12)
    put(tree.contentHash, 8, at: 16)
    return block
  }
}
