import JSONCore
import PlotSchema
import ValidationTree

/// Walks a schema and a tree side by side and notes where the tree says something else of the version.
struct TreeComparison {
  private let schema: SchemaModel
  private let tree: ValidationTree
  private let version: Int
  private(set) var faults: [String] = []
  private(set) var comparedPlaces = 0
  /// Pairs that were compared already: a tree shares what is equal.
  private var compared: Set<Pair> = []

  private struct Pair: Hashable {
    var container: Int
    var id: ContainerID
  }

  init(_ schema: SchemaModel, _ tree: ValidationTree, version: Int) {
    self.schema = schema
    self.tree = tree
    self.version = version
  }

  mutating func compareAll() {
    compare(schema.layout, tree.layout, "layout")
    for (root, id, name) in [
      (schema.frame, tree.frame, "frames"), (schema.config, tree.config, "config"),
      (schema.animation, tree.animation, "animation"),
    ] {
      if let root {
        compare(root, id, name)
      } else {
        expect(names(id).isEmpty, name, "names where there should be none")
      }
    }
    compareTypes(schema.traces.map { ($0.type, $0.attributes) }, tree.traces, "traces")
    let transforms = (schema.transforms ?? []).compactMap { member -> (Int, Int)? in
      guard case .container(let container) = member.node else { return nil }
      return (member.name, container)
    }
    compareTypes(transforms, tree.transforms, "transforms")
    compareContributions()
  }

  private mutating func compareTypes(_ types: [(name: Int, container: Int)], _ id: ContainerID, _ path: String) {
    let found = names(id)
    expect(found == types.map { schema.words.text($0.name) }, path, "other types: \(found)")
    for (name, container) in types {
      let text = schema.words.text(name)
      guard let node = node(id, text), node.kind == .container else {
        faults.append("\(path).\(text): no container")
        continue
      }
      compare(container, node.container, "\(path).\(text)")
    }
  }

  private mutating func compare(_ container: Int, _ id: ContainerID, _ path: String) {
    guard compared.insert(Pair(container: container, id: id)).inserted else { return }
    let container = schema.containers[container]
    expect(container.isSubplot == tree.isSubplot(id), path, "subplot")
    let expected = container.members.map { schema.words.text($0.name) }
    let found = names(id)
    expect(found == expected, path, "names \(found) instead of \(expected)")
    for member in container.members {
      let name = schema.words.text(member.name)
      guard let node = node(id, name) else {
        faults.append("\(path).\(name): missing")
        continue
      }
      compare(member.node, node, "\(path).\(name)")
    }
  }

  private mutating func compare(_ expected: SchemaNode, _ node: NodeRef, _ path: String) {
    comparedPlaces += 1
    switch (expected, node.kind) {
    case (.attribute(let index), .attribute): compare(schema.attributes[index], tree.attribute(node.attribute), path)
    case (.container(let index), .container): compare(index, node.container, path)
    case (.list(let index), .list): compare(index, node.container, path + "[]")
    default: faults.append("\(path): another kind")
    }
  }

  private mutating func compareContributions() {
    var expected: [String: SchemaNode] = [:]
    for trace in schema.traces {
      guard let container = trace.layoutAttributes else { continue }
      let subplot = trace.subplot.map { schema.words.text($0) + "." } ?? ""
      for member in schema.containers[container].members {
        expected["\(subplot)\(schema.words.text(member.name)) \(schema.words.text(trace.type))"] = member.node
      }
    }
    var count = 0
    for index in 0..<tree.contributedNameCount {
      let (subplot, word, list) = tree.contributedName(at: index)
      let place = (subplot.map { tree.text($0) + "." } ?? "") + tree.text(word)
      for entry in 0..<list.count {
        let contribution = tree.contribution(list, at: entry)
        guard contribution.variant.versions.contains(VersionSet(version: version)) else { continue }
        for edge in tree.edges(of: tree.traces) {
          let ordinal = tree.ordinal(of: edge, in: tree.traces)
          guard contribution.types.contains(TraceTypeSet(ordinal: ordinal)) else { continue }
          let key = "\(place) \(tree.text(tree.word(of: edge)))"
          count += 1
          guard let node = expected[key] else {
            faults.append("\(key): contributed by nobody")
            continue
          }
          compare(node, contribution.variant.node, key)
        }
      }
    }
    expect(count == expected.count, "contributions", "\(count) instead of \(expected.count)")
  }

  // MARK: - Definitions

  private mutating func compare(_ expected: SchemaAttribute, _ found: AttributeDefinition, _ path: String) {
    expect(expected.valType.rawValue == found.valType.name, path, "valType \(found.valType)")
    expect(expected.minimum == tree.minimum(of: found), path, "minimum")
    expect(expected.maximum == tree.maximum(of: found), path, "maximum")
    expect(found.flags.contains(.hasMinimum) == (expected.minimum != nil), path, "hasMinimum")
    expect(found.flags.contains(.hasMaximum) == (expected.maximum != nil), path, "hasMaximum")
    expect(expected.defaultText.map(schema.words.text) == tree.defaultText(of: found), path, "default")
    expect(expected.regex.map(schema.words.text) == found.pattern.map(tree.source), path, "regex")
    let flags: [(SchemaAttribute.Flags, AttributeFlags)] = [
      (.arrayOk, .arrayOk), (.noBlank, .noBlank), (.strict, .strict), (.coerceNumber, .coerceNumber),
      (.freeLength, .freeLength),
    ]
    for (flag, other) in flags { expect(expected.flags.contains(flag) == found.flags.contains(other), path, "\(flag)") }
    let dimensions: [SchemaAttribute.Dimensions: Dimensions] = [.one: .one, .two: .two, .oneOrTwo: .oneOrTwo]
    expect(dimensions[expected.dimensions] == found.dimensions, path, "dimensions")
    compare(expected.values, found.values, expected.valType == .enumerated, path)
    compare(expected.extras, found.extras, false, path)
    compare(expected.items, found, path)
  }

  private mutating func compare(_ expected: [SchemaValue]?, _ list: ValueListID?, _ isEnumeration: Bool, _ path: String)
  {
    expect((expected == nil) == (list == nil), path, "list")
    guard let expected, let list else { return }
    let count = tree.count(of: list)
    expect(count == expected.count, path, "\(count) values instead of \(expected.count)")
    for (index, value) in expected.enumerated() {
      let element = tree.element(of: list, at: index)
      switch (value, element) {
      case (.word(let word), .word(let found)):
        expect(schema.words.text(word) == tree.text(found), path, "value \(index)")
        expect(tree.list(list, contains: found), path, "value \(index) is not found")
      case (.word(let word), .pattern(let pattern)):
        expect(isEnumeration && schema.words.text(word) == tree.source(of: pattern), path, "pattern \(index)")
        expect(tree.hasPattern(list), path, "pattern not told")
      case (.number(let number), .number(let found)):
        expect(number == found && tree.list(list, contains: number), path, "number \(index)")
      case (.bool(let bool), .bool(let found)):
        expect(bool == found && tree.list(list, contains: bool), path, "bool \(index)")
      case (.null, .null): expect(tree.listContainsNull(list), path, "null")
      default: faults.append("\(path): value \(index) is \(element)")
      }
    }
    for bool in [true, false] where !expected.contains(.bool(bool)) {
      expect(!tree.list(list, contains: bool), path, "\(bool) is found")
    }
  }

  private mutating func compare(_ expected: SchemaAttribute.Items, _ found: AttributeDefinition, _ path: String) {
    switch expected {
    case .none: expect(found.itemForm == .none && tree.itemCount(of: found) == 0, path, "items")
    case .same(let index):
      expect(found.itemForm == .same, path, "items")
      compareItem(index, tree.item(of: found, at: 5), path)
    case .list(let rows):
      expect(tree.itemCount(of: found) == rows.count, path, "items")
      for (position, row) in rows.enumerated() {
        switch row {
        case .one(let index): compareItem(index, tree.item(of: found, at: position), path)
        case .several(let indices):
          expect(found.itemForm == .rows && tree.columnCount(of: found, row: position) == indices.count, path, "row")
          for (column, index) in indices.enumerated() {
            compareItem(index, tree.item(of: found, row: position, column: column), path)
          }
        }
      }
      expect(tree.item(of: found, at: rows.count) == nil, path, "an item too many")
    }
  }

  private mutating func compareItem(_ index: Int, _ item: AttributeID?, _ path: String) {
    guard let item else {
      faults.append("\(path): item missing")
      return
    }
    compare(schema.attributes[index], tree.attribute(item), path + "[]")
  }

  // MARK: - The tree in this version

  private func names(_ id: ContainerID) -> [String] {
    tree.edges(of: id).filter { tree.node(of: $0, inVersion: version) != nil }.map { tree.text(tree.word(of: $0)) }
  }

  private func node(_ id: ContainerID, _ name: String) -> NodeRef? {
    tree.word(name).flatMap { tree.edge(id, $0) }.flatMap { tree.node(of: $0, inVersion: version) }
  }

  private mutating func expect(_ holds: Bool, _ path: String, _ fault: @autoclosure () -> String) {
    if !holds { faults.append("\(path): \(fault())") }
  }
}
