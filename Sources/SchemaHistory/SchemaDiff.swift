import JSONCore
import ValidationTree

/// Compares two versions of the schema, of one tree or of two.
///
/// What bears on which values are accepted is compared, and defaults; descriptions and the like are not in a tree.
package struct SchemaDiff {
  private let old: SchemaVersion
  private let new: SchemaVersion
  private let isOneTree: Bool
  /// Pairs of containers in which nothing differs: most come again and again.
  private var equalContainers: Set<Pair> = []
  private var changes: [SchemaChange] = []

  private struct Pair: Hashable {
    let old: ContainerID
    let new: ContainerID
  }

  /// All differences from `old` to `new`: trace types, transform types, layout, what trace types bring into it, frames,
  /// config, animation, and below each in byte order. What holds attributes and came or went as a whole is one change;
  /// ``SchemaChange/leaves`` tells what was in it.
  ///
  /// - Complexity: O(distinct containers + places below what differs).
  package static func changes(from old: SchemaVersion, to new: SchemaVersion) -> [SchemaChange] {
    var diff = SchemaDiff(old: old, new: new)
    diff.compareRoots()
    diff.compareContributions()
    return diff.changes
  }

  private init(old: SchemaVersion, new: SchemaVersion) {
    self.old = old
    self.new = new
    isOneTree = old.tree.contentHash == new.tree.contentHash
  }

  // MARK: - Roots

  private mutating func compareRoots() {
    let oldRoots = Dictionary(uniqueKeysWithValues: old.roots.map { (RootName($0), $0) })
    let newRoots = Dictionary(uniqueKeysWithValues: new.roots.map { (RootName($0), $0) })
    var order = old.roots.map(RootName.init)
    order += new.roots.map(RootName.init).filter { oldRoots[$0] == nil }
    for name in order {
      switch (oldRoots[name], newRoots[name]) {
      case (let before?, let after?): compareMembers(Pair(old: before.container, new: after.container), name.path)
      case (let before?, nil): add(name.path, before: side(old, before), after: nil)
      case (nil, let after?): add(name.path, before: nil, after: side(new, after))
      case (nil, nil): break
      }
    }
  }

  /// A trace type may be called like a part of the schema.
  private struct RootName: Hashable {
    let path: String
    let kind: SchemaChange.Kind

    init(_ root: SchemaVersion.Root) {
      path = root.path
      kind = root.kind
    }
  }

  private func side(_ version: SchemaVersion, _ root: SchemaVersion.Root) -> SchemaChange.Side {
    SchemaChange.Side(version, NodeRef(.container, Int(root.container.rawValue)), root.kind)
  }

  private mutating func add(_ path: String, before: SchemaChange.Side?, after: SchemaChange.Side?) {
    changes.append(SchemaChange(path: path, before: before, after: after))
  }

  // MARK: - Contributions

  private struct Place: Hashable {
    let path: String
    let traceType: String
  }

  private struct NodePair: Hashable {
    let path: String
    let old: NodeRef?
    let new: NodeRef?
  }

  private mutating func compareContributions() {
    var nodes: [Place: (old: NodeRef?, new: NodeRef?)] = [:]
    for found in old.contributions {
      nodes[Place(path: found.path, traceType: found.traceType), default: (nil, nil)].old = found.node
    }
    for found in new.contributions {
      nodes[Place(path: found.path, traceType: found.traceType), default: (nil, nil)].new = found.node
    }
    // Trace types that bring the same make one change.
    var types: [NodePair: [String]] = [:]
    for (place, pair) in nodes {
      types[NodePair(path: place.path, old: pair.old, new: pair.new), default: []].append(place.traceType)
    }
    let sorted = types.map { ($0.key, $0.value.inOrder(by: <)) }.inOrder { ($0.0.path, $0.1[0]) < ($1.0.path, $1.1[0]) }
    for (pair, types) in sorted {
      let first = changes.count
      compare(pair.old, pair.new, pair.path)
      for index in first..<changes.count { changes[index].traceTypes = types }
    }
  }

  // MARK: - Places

  private mutating func compareMembers(_ pair: Pair, _ path: String) {
    guard !equalContainers.contains(pair) else { return }
    let before = old.members(of: pair.old)
    let after = new.members(of: pair.new)
    let first = changes.count
    var (i, j) = (0, 0)
    while i < before.count || j < after.count {
      if j == after.count || i < before.count && before[i].name < after[j].name {
        compare(before[i].node, nil, "\(path).\(before[i].name)")
        i += 1
      } else if i == before.count || after[j].name < before[i].name {
        compare(nil, after[j].node, "\(path).\(after[j].name)")
        j += 1
      } else {
        compare(before[i].node, after[j].node, "\(path).\(after[j].name)")
        i += 1
        j += 1
      }
    }
    if changes.count == first { equalContainers.insert(pair) }
  }

  private mutating func compare(_ before: NodeRef?, _ after: NodeRef?, _ path: String) {
    guard let before, let after else {
      return add(
        path, before: before.map { SchemaChange.Side(old, $0) }, after: after.map { SchemaChange.Side(new, $0) })
    }
    switch (before.kind, after.kind) {
    case (.attribute, .attribute):
      note(definitionChanges(before.attribute, after.attribute), before, after, path)
    case (.container, .container):
      let isSubplot = (old.tree.isSubplot(before.container), new.tree.isSubplot(after.container))
      if isSubplot.0 != isSubplot.1 {
        note([property("counter", isSubplot.0.json, isSubplot.1.json)], before, after, path)
      }
      compareMembers(Pair(old: before.container, new: after.container), path)
    case (.list, .list): compareMembers(Pair(old: before.container, new: after.container), path + "[]")
    default:
      note([property("kind", SchemaChange.Kind(before).json, SchemaChange.Kind(after).json)], before, after, path)
    }
  }

  private mutating func note(
    _ properties: [SchemaChange.Property], _ before: NodeRef, _ after: NodeRef, _ path: String
  ) {
    guard !properties.isEmpty else { return }
    changes.append(
      SchemaChange(
        path: path, before: SchemaChange.Side(old, before), after: SchemaChange.Side(new, after),
        properties: properties))
  }

  private func property(_ name: String, _ before: String, _ after: String) -> SchemaChange.Property {
    SchemaChange.Property(name: name, before: Array(before.utf8), after: Array(after.utf8))
  }

  private func definitionChanges(_ before: AttributeID, _ after: AttributeID) -> [SchemaChange.Property] {
    if isOneTree, before == after { return [] }
    let before = old.tree.properties(of: before)
    let after = new.tree.properties(of: after)
    guard before != after else { return [] }
    var names = before.map(\.name)
    names += after.map(\.name).filter { name in !names.contains(name) }
    return names.compactMap { name in
      let texts = (before.first { $0.name == name }?.json, after.first { $0.name == name }?.json)
      return texts.0 == texts.1 ? nil : SchemaChange.Property(name: name, before: texts.0, after: texts.1)
    }
  }
}

extension SchemaChange.Kind {
  /// As JSON text.
  fileprivate var json: String { "\"\(rawValue)\"" }
}

extension Bool {
  /// As JSON text.
  fileprivate var json: String { self ? "true" : "false" }
}
