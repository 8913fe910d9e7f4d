import JSONCore
package import ValidationTree

/// One version of a tree: what stands where in it, without what only other versions have.
package struct SchemaVersion: Sendable {
  package let tree: ValidationTree
  /// The version's number in the tree.
  package let index: Int

  package init(_ tree: ValidationTree, _ index: Int) {
    self.tree = tree
    self.index = index
  }

  package var name: String { tree.versionName(index) }
  /// The version alone.
  package var set: VersionSet { VersionSet(version: index) }

  /// A name and what stands there.
  package struct Member: Sendable {
    package let name: String
    package let node: NodeRef
  }

  /// The members of a container, in byte order of their names. The container must exist in this version.
  package func members(of container: ContainerID) -> [Member] {
    tree.edges(of: container).compactMap { edge in
      tree.node(of: edge, inVersion: index).map { Member(name: tree.text(tree.word(of: edge)), node: $0) }
    }
  }

  /// A part of the schema that does not lie in another.
  package struct Root: Sendable {
    /// `scatter`, `transforms.filter`, `layout`, `frames[]`, `config`, `animation`.
    package let path: String
    package let kind: SchemaChange.Kind
    package let container: ContainerID
  }

  /// All parts: trace types, transform types, layout, frames, config, animation.
  package var roots: [Root] {
    let traces = members(of: tree.traces).map {
      Root(path: $0.name, kind: .traceType, container: $0.node.container)
    }
    let transforms = members(of: tree.transforms).map {
      Root(path: "transforms.\($0.name)", kind: .transform, container: $0.node.container)
    }
    let others =
      [("layout", tree.layout), ("frames[]", tree.frame), ("config", tree.config)]
      + [("animation", tree.animation)]
    return traces + transforms + others.map { Root(path: $0.0, kind: .object, container: $0.1) }
  }

  /// Something that a trace type brings into the layout.
  package struct Contributed: Sendable {
    /// `layout.barmode`, `layout.polar.barmode`.
    package let path: String
    package let traceType: String
    package let node: NodeRef
  }

  /// What trace types bring into the layout, ordered by place and then by trace type.
  package var contributions: [Contributed] {
    var found: [Contributed] = []
    let types = tree.edges(of: tree.traces)
    for index in 0..<tree.contributedNameCount {
      let (subplot, word, list) = tree.contributedName(at: index)
      let path = "layout." + (subplot.map { tree.text($0) + "." } ?? "") + tree.text(word)
      for entry in 0..<list.count {
        let contribution = tree.contribution(list, at: entry)
        guard contribution.variant.versions.contains(set) else { continue }
        for (ordinal, type) in types.enumerated() where contribution.types.contains(TraceTypeSet(ordinal: ordinal)) {
          found.append(
            Contributed(path: path, traceType: tree.text(tree.word(of: type)), node: contribution.variant.node))
        }
      }
    }
    return found.inOrder { ($0.path, $0.traceType) < ($1.path, $1.traceType) }
  }
}
