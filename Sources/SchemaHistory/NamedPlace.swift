import JSONCore
package import ValidationTree

/// A place of the schema by its path, in all versions of a tree, with what trace types bring there.
package struct NamedPlace: Sendable {
  package let tree: ValidationTree
  /// The names down to it: `layout`, `xaxis`, `title`. Empty for the whole schema.
  package let names: [String]
  /// What stands there, in which versions.
  package let variants: [Variant]
  /// The trace types that bring it into the layout; empty for what is there in any case.
  package let traceTypes: TraceTypeSet

  /// The place that `names` lead to. Its ``variants`` are empty if no version has it.
  package init(_ names: [String], in tree: ValidationTree) {
    self.tree = tree
    self.names = names
    // What lies inside of a subplot by courtesy of a trace type is not found by following names.
    if names.count == 3, names[0] == "layout", let word = tree.word(names[2]), let subplot = tree.word(names[1]),
      case let list = tree.contributions(word, inside: subplot), !list.isEmpty
    {
      (variants, traceTypes) = NamedPlace.contributed(list, tree)
    } else if names.count == 2, names[0] == "layout", let word = tree.word(names[1]),
      case let list = tree.contributions(word), !list.isEmpty, tree.edge(tree.layout, word) == nil
    {
      (variants, traceTypes) = NamedPlace.contributed(list, tree)
    } else {
      variants = tree.follow(names).variants
      traceTypes = []
    }
  }

  private init(_ tree: ValidationTree, _ names: [String], _ variants: [Variant], _ traceTypes: TraceTypeSet = []) {
    self.tree = tree
    self.names = names
    self.variants = variants
    self.traceTypes = traceTypes
  }

  /// The versions that have it.
  package var versions: VersionSet { variants.reduce(into: VersionSet()) { $0.formUnion($1.versions) } }

  /// What stands there in a version; nil if nothing does.
  package func node(in version: VersionSet) -> NodeRef? {
    variants.first { $0.versions.contains(version) }?.node
  }

  /// `frames` are a list of what their schema tells of one.
  package var isFrames: Bool { names == ["frames"] }

  /// What is in it, in byte order; the whole schema begins with what is no trace type.
  package var members: [NamedPlace] {
    guard !names.isEmpty else { return tree.rootNames.map { NamedPlace([$0], in: tree) } }
    var members = tree.members(of: variants).map { NamedPlace(tree, names + [$0.name], $0.variants) }
    let contributed = contributedMembers.filter { place in !members.contains { $0.names == place.names } }
    guard !contributed.isEmpty else { return members }
    members += contributed
    return members.inOrder { ($0.names.last ?? "") < ($1.names.last ?? "") }
  }

  private var contributedMembers: [NamedPlace] {
    guard names.count <= 2, names[0] == "layout" else { return [] }
    let subplot = names.count == 2 ? tree.word(names[1]) : nil
    guard (subplot == nil) == (names.count == 1) else { return [] }
    return (0..<tree.contributedNameCount).compactMap { index in
      let contributed = tree.contributedName(at: index)
      guard contributed.subplot == subplot else { return nil }
      let (variants, types) = NamedPlace.contributed(contributed.list, tree)
      return NamedPlace(tree, names + [tree.text(contributed.word)], variants, types)
    }
  }

  private static func contributed(_ list: ContributionList, _ tree: ValidationTree) -> ([Variant], TraceTypeSet) {
    var variants: [Variant] = []
    var types: TraceTypeSet = []
    for index in 0..<list.count {
      let contribution = tree.contribution(list, at: index)
      types.formUnion(contribution.types)
      let versions = contribution.variant.versions.intersection(tree.allVersions)
      // Trace types that bring the same come one by one.
      if let known = variants.firstIndex(where: { $0.node == contribution.variant.node }) {
        variants[known] = Variant(
          versions: variants[known].versions.union(versions), node: contribution.variant.node)
      } else {
        variants.append(Variant(versions: versions, node: contribution.variant.node))
      }
    }
    return (variants.inOrder { ($0.versions.oldest ?? 0) < ($1.versions.oldest ?? 0) }, types)
  }

  /// The names of the trace types that bring it, in byte order.
  package var traceTypeNames: [String] {
    tree.edges(of: tree.traces).enumerated()
      .filter { traceTypes.contains(TraceTypeSet(ordinal: $0.offset)) }
      .map { tree.text(tree.word(of: $0.element)) }
  }
}
