import JSONCore

/// What the schema has at a path that people write: `scatter.marker.size`, `layout.xaxis2.title.text`, `config.responsive`.
public struct SchemaPath: Sendable {
  /// What stands there, in which versions: oldest first, one entry for each different meaning. Empty for no such place.
  public let variants: [Variant]
  /// How many of the names lead somewhere.
  public let knownCount: Int
  /// What stands at the end of the known names.
  public let lastKnown: [Variant]
}

extension ValidationTree {
  /// Follows names from the root: first a trace type, `layout`, `config` or `frames`, then members. The members of a list
  /// are those of its items, and a subplot's name may have a counter. O(names × log members).
  public func follow(_ names: [String]) -> SchemaPath {
    var known: [Variant] = []
    for (count, name) in names.enumerated() {
      let next =
        count == 0 ? root(named: name) : members(named: name, of: known, inLayout: names[0] == "layout" && count == 1)
      guard !next.isEmpty else { return SchemaPath(variants: [], knownCount: count, lastKnown: known) }
      known = next
    }
    return SchemaPath(variants: known, knownCount: names.count, lastKnown: known)
  }

  /// The names with which a path can begin.
  public var rootNames: [String] { ["layout", "config", "frames"] + edges(of: traces).map { text(word(of: $0)) } }

  /// The members of what `variants` stand for, with the versions that have them, in byte order. Contributions of trace types
  /// to the layout are not among them.
  public func members(of variants: [Variant]) -> [(name: String, variants: [Variant])] {
    var names: [String: [Variant]] = [:]
    for variant in variants where variant.node.kind != .attribute {
      for edge in edges(of: variant.node.container) {
        let found = self.variants(of: edge, in: variant.versions)
        if !found.isEmpty { names[text(word(of: edge)), default: []] += found }
      }
    }
    return names.map { ($0.key, $0.value) }.inOrder { $0.name < $1.name }
  }

  private func root(named name: String) -> [Variant] {
    let container: ContainerID
    switch name {
    case "layout": container = layout
    case "config": container = config
    case "frames": container = frame
    default:
      guard let edge = word(name).flatMap({ edge(traces, $0) }) else { return [] }
      return variants(of: edge, in: allVersions)
    }
    return [Variant(versions: allVersions, node: NodeRef(.container, Int(container.rawValue)))]
  }

  private func members(named name: String, of variants: [Variant], inLayout: Bool) -> [Variant] {
    var found: [Variant] = []
    for variant in variants where variant.node.kind != .attribute {
      guard let edge = member(name, of: variant.node.container) else { continue }
      found += self.variants(of: edge, in: variant.versions)
    }
    guard found.isEmpty, inLayout, let word = word(name) else { return found }
    let list = contributions(word)
    for index in 0..<list.count {
      let variant = contribution(list, at: index).variant
      found.append(Variant(versions: variant.versions.intersection(allVersions), node: variant.node))
    }
    return found
  }

  /// The member called `name`, or without its counter if that is a subplot object.
  private func member(_ name: String, of container: ContainerID) -> EdgeID? {
    if let edge = word(name).flatMap({ edge(container, $0) }) { return edge }
    let digits = name.reversed().prefix { $0.isNumber }.count
    guard digits > 0, let edge = word(String(name.dropLast(digits))).flatMap({ edge(container, $0) }) else {
      return nil
    }
    let isSubplot = (0..<variantCount(of: edge)).contains { index in
      let node = variant(of: edge, at: index).node
      return node.kind == .container && self.isSubplot(node.container)
    }
    return isSubplot ? edge : nil
  }

  private func variants(of edge: EdgeID, in versions: VersionSet) -> [Variant] {
    (0..<variantCount(of: edge)).compactMap { index in
      let variant = variant(of: edge, at: index)
      let live = variant.versions.intersection(versions)
      return live.isEmpty ? nil : Variant(versions: live, node: variant.node)
    }.inOrder { ($0.versions.oldest ?? 0) < ($1.versions.oldest ?? 0) }
  }
}
