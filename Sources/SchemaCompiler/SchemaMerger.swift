import JSONCore
import PlotSchema
import ValidationTree

/// Merges schemas by place: what stands under the same names in several versions becomes one container.
///
/// A place is a row of common numbers, one for each version; equal rows are merged once. Where a container does not exist
/// in a version, the row takes what the nearest version has: nobody asks there, and more rows become equal. That is why a
/// variant's versions hold only within those of the way down.
struct SchemaMerger {
  private let inputs: [TreeCompiler.Input]
  private var terms: CommonTerms
  private var model = MergedModel()
  private var merged: [[Int]: Int] = [:]
  private var containerNumbers: [TreeContainer: Int] = [:]

  static func merge(_ inputs: [TreeCompiler.Input]) throws(CompileError) -> MergedModel {
    var merger = try SchemaMerger(inputs)
    try merger.mergeAll()
    return merger.model
  }

  private init(_ inputs: [TreeCompiler.Input]) throws(CompileError) {
    self.inputs = inputs
    terms = try CommonTerms(inputs.map(\.schema))
  }

  private mutating func mergeAll() throws(CompileError) {
    model.versions = inputs.map { ($0.name, VersionTraits(of: $0.schema, named: $0.name)) }
    model.words = terms.words
    model.attributes = terms.attributes
    model.texts = terms.texts
    let traces = mergedTraces()
    model.roots = [
      mergedRoot(\.layout), mergedRoot(\.frame), mergedRoot(\.config), traces, mergedTransforms(),
      mergedRoot(\.animation),
    ]
    guard model.containers[traces].edges.count <= TreeFormat.maxTraceTypes else {
      throw .tooMany("trace types", limit: TreeFormat.maxTraceTypes)
    }
    mergeContributions(to: model.containers[traces].edges.map(\.word))
    guard model.containers.count <= TreeFormat.maxNodes else {
      throw .tooMany("distinct containers", limit: TreeFormat.maxNodes)
    }
  }

  // MARK: - Roots

  private mutating func mergedRoot(_ root: (SchemaModel) -> Int?) -> Int {
    mergedContainer(inputs.indices.map { index in root(inputs[index].schema).map { terms.maps[index].containers[$0] } })
  }

  private mutating func mergedTraces() -> Int {
    mergedTypes { input, map in
      input.schema.traces.map { (map.words[$0.type], .container(map.containers[$0.attributes])) }
    }
  }

  private mutating func mergedTransforms() -> Int {
    // A version without transforms has an empty container, not that of the version before.
    mergedTypes { input, map in (input.schema.transforms ?? []).map { (map.words[$0.name], map.node($0.node)) } }
  }

  private mutating func mergedTypes(
    _ types: (TreeCompiler.Input, CommonTerms.Map) -> [(word: UInt16, node: SchemaNode)]
  ) -> Int {
    var row: [Int?] = []
    for (input, map) in zip(inputs, terms.maps) {
      let members = types(input, map).map { CommonTerms.CommonMember(word: $0.word, node: $0.node) }
      row.append(terms.number(of: CommonTerms.CommonContainer(members: members, isSubplot: false)))
    }
    return mergedContainer(row)
  }

  // MARK: - Places

  /// Merges containers, one for each version; nil where the version has none. If none has one, an empty container.
  private mutating func mergedContainer(_ row: [Int?]) -> Int {
    let row = filled(row)
    if let known = merged[row] { return known }
    var container = TreeContainer(edges: [], isSubplot: false)
    if let first = row.first {
      container.isSubplot = terms.containers[first].isSubplot
      container.edges = row.allSatisfy { $0 == first } ? edges(ofEvery: first, row.count) : edges(row)
    }
    let result = containerNumbers[container] ?? model.containers.count
    if result == model.containers.count {
      model.containers.append(container)
      containerNumbers[container] = result
    }
    merged[row] = result
    return result
  }

  /// The row with every gap taken from the nearest version before it, or if there is none, behind it.
  private func filled(_ row: [Int?]) -> [Int] {
    guard var last = row.lazy.compactMap({ $0 }).first else { return [] }
    return row.map { number in
      last = number ?? last
      return last
    }
  }

  /// The edges of a container that is the same in every version.
  private mutating func edges(ofEvery number: Int, _ count: Int) -> [TreeEdge] {
    var edges: [TreeEdge] = []
    edges.reserveCapacity(terms.containers[number].members.count)
    for member in terms.containers[number].members {
      let node =
        switch member.node {
        case .attribute(let index): NodeRef(.attribute, index)
        case .container(let index): NodeRef(.container, mergedContainer(Array(repeating: index, count: count)))
        case .list(let index): NodeRef(.list, mergedContainer(Array(repeating: index, count: count)))
        }
      edges.append(TreeEdge(word: member.word, variants: .everywhere(node)))
    }
    return edges
  }

  private mutating func edges(_ row: [Int]) -> [TreeEdge] {
    var nodes: [UInt16: [SchemaNode?]] = [:]
    for (version, number) in row.enumerated() {
      for member in terms.containers[number].members {
        nodes[member.word, default: Array(repeating: nil, count: row.count)][version] = member.node
      }
    }
    return nodes.inOrder { $0.key < $1.key }.map { word, nodes in
      let variants = variants(nodes)
      if variants.count == 1, variants[0].versions == .everywhere {
        return TreeEdge(word: word, variants: .everywhere(variants[0].node))
      }
      return TreeEdge(word: word, variants: .some(variants))
    }
  }

  /// What stands at a place, given for each version: one variant for each definition, all containers of a kind in one.
  private mutating func variants(_ row: [SchemaNode?]) -> [Variant] {
    var groups: [(kind: NodeKind, row: [Int?])] = []
    for (version, node) in row.enumerated() {
      guard let node else { continue }
      let (kind, number) = kind(of: node)
      let index = groups.firstIndex { $0.kind == kind } ?? groups.count
      if index == groups.count { groups.append((kind, Array(repeating: nil, count: row.count))) }
      groups[index].row[version] = number
    }
    return groups.map { kind, row in
      var versions: VersionSet = []
      for (version, number) in row.enumerated() where number != nil { versions.insert(VersionSet(version: version)) }
      if versions == VersionSet(first: row.count) { versions = .everywhere }
      let node =
        switch kind {
        case .attribute(let number): NodeRef(.attribute, number)
        case .container: NodeRef(.container, mergedContainer(row))
        case .list: NodeRef(.list, mergedContainer(row))
        }
      return Variant(versions: versions, node: node)
    }
  }

  /// What keeps two versions of a place apart.
  private enum NodeKind: Equatable {
    case attribute(Int)
    case container(isSubplot: Bool)
    case list
  }

  private func kind(of node: SchemaNode) -> (NodeKind, number: Int) {
    switch node {
    case .attribute(let number): (.attribute(number), number)
    case .container(let number): (.container(isSubplot: terms.containers[number].isSubplot), number)
    case .list(let number): (.list, number)
    }
  }

  // MARK: - Contributions

  private struct Place: Hashable {
    var subplot: UInt16?
    var word: UInt16

    /// The layout itself comes last, as ``TreeFormat`` wants it.
    var order: (Int, UInt16) { (subplot.map(Int.init) ?? Int(UInt16.max), word) }
  }

  /// - Parameter types: the trace types in the order of the tree.
  private mutating func mergeContributions(to types: [UInt16]) {
    let ordinals = Dictionary(uniqueKeysWithValues: types.enumerated().map { ($1, $0) })
    // For each place and type what stands there, by version.
    var rows: [Place: [Int: [SchemaNode?]]] = [:]
    for (version, input) in inputs.enumerated() {
      let map = terms.maps[version]
      for trace in input.schema.traces {
        guard let container = trace.layoutAttributes, let ordinal = ordinals[map.words[trace.type]] else { continue }
        for member in terms.containers[map.containers[container]].members {
          let place = Place(subplot: trace.subplot.map { map.words[$0] }, word: member.word)
          let nothing = [SchemaNode?](repeating: nil, count: inputs.count)
          rows[place, default: [:]][ordinal, default: nothing][version] = member.node
        }
      }
    }
    for (place, types) in rows.inOrder(by: { $0.key.order < $1.key.order }) {
      model.contributions.append(
        TreeContribution(subplot: place.subplot, word: place.word, entries: entries(types)))
    }
  }

  /// One entry for each definition and set of types, given what each type has by version.
  private mutating func entries(_ types: [Int: [SchemaNode?]]) -> [Contribution] {
    // For each node the types that have it, by version.
    var nodes: [(node: NodeRef, types: [TraceTypeSet])] = []
    for (ordinal, row) in types.inOrder(by: { $0.key < $1.key }) {
      for variant in variants(row) {
        let index = nodes.firstIndex { $0.node == variant.node } ?? nodes.count
        if index == nodes.count { nodes.append((variant.node, Array(repeating: [], count: row.count))) }
        for version in row.indices where variant.versions.contains(VersionSet(version: version)) {
          nodes[index].types[version].insert(TraceTypeSet(ordinal: ordinal))
        }
      }
    }
    var entries: [Contribution] = []
    for (node, types) in nodes {
      var versions: [TraceTypeSet: VersionSet] = [:]
      for (version, set) in types.enumerated() where !set.isEmpty {
        versions[set, default: []].insert(VersionSet(version: version))
      }
      for (set, versions) in versions.inOrder(by: { $0.value.rawValue < $1.value.rawValue }) {
        entries.append(Contribution(types: set, variant: Variant(versions: versions, node: node)))
      }
    }
    return entries
  }
}
