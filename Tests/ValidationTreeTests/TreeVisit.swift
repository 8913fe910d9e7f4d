import JSONCore
import ValidationTree

/// Asks a tree everything that can be asked, with references of its own and with others.
struct TreeVisit {
  private let tree: ValidationTree

  init(_ tree: ValidationTree) { self.tree = tree }

  func visitAll() {
    for index in -1...tree.versionCount { _ = (tree.versionName(index), tree.traits(index)) }
    visitWords()
    for root in [tree.layout, tree.frame, tree.config, tree.traces, tree.transforms, tree.animation] {
      visit(root, depth: 0)
    }
    for id in interesting { visit(ContainerID(rawValue: id), depth: 5) }
    for id in interesting { visit(AttributeID(rawValue: id), depth: 0) }
    for index in [-1, 0, 1, tree.contributedNameCount] where index < min(tree.contributedNameCount, 1000) {
      let (subplot, word, list) = tree.contributedName(at: index)
      for entry in [-1, 0, list.count - 1, list.count] { _ = tree.contribution(list, at: entry) }
      _ = tree.contributions(word, inside: subplot)
    }
  }

  /// Numbers at the ends of what references can say.
  private var interesting: [UInt16] { [0, 1, 2, 3, 0x3FFE, 0x3FFF, 0x7FFF, 0xFFFE, 0xFFFF] }

  private func visitWords() {
    for id in interesting { _ = tree.text(WordID(rawValue: id)) }
    for text in ["", "x", "dot", "layout", "a"] { _ = tree.word(text) }
  }

  private func visit(_ container: ContainerID, depth: Int) {
    _ = tree.isSubplot(container)
    _ = tree.edge(container, WordID(rawValue: 3))
    // Damage can make containers large and circular.
    guard depth < 6 else { return }
    for edge in tree.edges(of: container).prefix(4) {
      _ = (tree.word(of: edge), tree.ordinal(of: edge, in: container), tree.versions(of: edge))
      for index in -1...min(tree.variantCount(of: edge), 2) {
        let node = tree.variant(of: edge, at: index).node
        switch node.kind {
        case .attribute: visit(node.attribute, depth: depth)
        case .container, .list: visit(node.container, depth: depth + 1)
        }
      }
    }
    _ = tree.variant(of: EdgeID(rawValue: .max), at: 0)
  }

  private func visit(_ id: AttributeID, depth: Int) {
    let attribute = tree.attribute(id)
    _ = (
      attribute.valType, attribute.flags, attribute.dimensions, tree.minimum(of: attribute), tree.maximum(of: attribute)
    )
    _ = tree.defaultText(of: attribute)
    for list in [attribute.values, attribute.extras] { if let list { visit(list) } }
    if let pattern = attribute.pattern { visit(pattern) }
    for position in [-1, 0, 1, 65535] {
      _ = tree.columnCount(of: attribute, row: position)
      for item in [tree.item(of: attribute, at: position), tree.item(of: attribute, row: position, column: 1)] {
        if let item, depth < 6 { visit(item, depth: depth + 3) }
      }
    }
  }

  private func visit(_ list: ValueListID) {
    let count = tree.count(of: list)
    for index in [-1, 0, 1, 2, count - 1, count] {
      if case .pattern(let pattern) = tree.element(of: list, at: index) { visit(pattern) }
    }
    _ = (tree.list(list, contains: 1.0), tree.list(list, contains: true), tree.listContainsNull(list))
    _ = (tree.list(list, contains: WordID(rawValue: 2)), tree.hasPattern(list))
  }

  private func visit(_ pattern: PatternID) {
    _ = (tree.kind(of: pattern), tree.source(of: pattern))
    Array("x2 domain".utf8).withInputBytes { input in
      for range in [0..<0, 0..<1, 0..<2, 0..<9, 8..<9] { _ = tree.matches(pattern, input, range) }
    }
  }
}
