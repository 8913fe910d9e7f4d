import PlotSchema
import ValidationTree

/// Merges schemas by place: what stands under the same names in several versions becomes one container.
///
/// First every schema's definitions are made common: equal ones of several versions get one number. A place is then a row
/// of numbers, one for each version; equal rows are merged once. Where a container does not exist in a version, the row
/// takes what the nearest version has: nobody asks there, and more rows become equal. That is why a variant's versions
/// hold only within those of the way down.
struct SchemaMerger {
  private let inputs: [TreeCompiler.Input]
  private var words: [[UInt8]] = []
  private var model = MergedModel()

  /// Common definitions and their numbers.
  private var attributeNumbers: [TreeAttribute: Int] = [:]
  private var common: [CommonContainer] = []
  private var commonNumbers: [CommonContainer: Int] = [:]
  /// For each input, by its own numbers.
  private var maps: [Maps] = []

  private var merged: [[Int]: Int] = [:]
  private var containerNumbers: [TreeContainer: Int] = [:]

  /// A container of one version or more, in common numbers.
  private struct CommonContainer: Hashable {
    var members: [CommonMember]
    var isSubplot: Bool
  }

  private struct CommonMember: Hashable {
    var word: UInt16
    var node: SchemaNode
  }

  /// From the numbers of one schema to common ones.
  private struct Maps {
    var words: [UInt16] = []
    var attributes: [Int] = []
    var containers: [Int] = []
  }

  init(_ inputs: [TreeCompiler.Input]) throws(CompileError) {
    self.inputs = inputs
    try collectWords()
    for index in inputs.indices { collectDefinitions(of: index) }
    guard model.attributes.count <= TreeFormat.maxNodes else {
      throw .tooMany("distinct attributes", limit: TreeFormat.maxNodes)
    }
  }

  mutating func merge() throws(CompileError) -> MergedModel {
    model.versions = inputs.map { ($0.name, VersionTraits(of: $0.schema, named: $0.name)) }
    model.words = words
    model.roots = [
      mergedRoot { $0.layout }, mergedRoot { $0.frame }, mergedRoot { $0.config }, mergedTraces(), mergedTransforms(),
      mergedRoot { $0.animation },
    ]
    guard model.containers[model.roots[3]].edges.count <= TreeFormat.maxTraceTypes else {
      throw .tooMany("trace types", limit: TreeFormat.maxTraceTypes)
    }
    mergeContributions()
    guard model.containers.count <= TreeFormat.maxNodes else {
      throw .tooMany("distinct containers", limit: TreeFormat.maxNodes)
    }
    return model
  }

  // MARK: - Common words and definitions

  /// Numbers the words that are names or values, in byte order. Defaults and expressions are no words.
  private mutating func collectWords() throws(CompileError) {
    var table = WordTable()
    for input in inputs {
      for word in input.schema.vocabulary { _ = table.intern(Array(input.schema.words.utf8(word))) }
    }
    guard table.count <= TreeFormat.maxWords else { throw .tooMany("words", limit: TreeFormat.maxWords) }
    let order = (0..<table.count).sorted(by: table.precedes)
    var numbers = [UInt16](repeating: 0, count: table.count)
    for (number, word) in order.enumerated() { numbers[word] = UInt16(number) }
    words = order.map { Array(table.utf8($0)) }
    maps = inputs.map { input in
      var map = [UInt16](repeating: 0, count: input.schema.words.count)
      for word in input.schema.vocabulary {
        if let found = table.find(Array(input.schema.words.utf8(word))) { map[word] = numbers[found] }
      }
      return Maps(words: map)
    }
  }

  private mutating func collectDefinitions(of index: Int) {
    let schema = inputs[index].schema
    for attribute in schema.attributes {
      let attribute = common(attribute, schema, maps[index])
      let number = attributeNumbers[attribute] ?? model.attributes.count
      if number == model.attributes.count {
        attributeNumbers[attribute] = number
        model.attributes.append(attribute)
      }
      maps[index].attributes.append(number)
    }
    for container in schema.containers {
      let members = container.members.map {
        CommonMember(word: maps[index].words[$0.name], node: common($0.node, maps[index]))
      }
      maps[index].containers.append(number(of: CommonContainer(members: members, isSubplot: container.isSubplot)))
    }
  }

  private mutating func number(of container: CommonContainer) -> Int {
    if let known = commonNumbers[container] { return known }
    common.append(container)
    commonNumbers[container] = common.count - 1
    return common.count - 1
  }

  private func common(_ node: SchemaNode, _ maps: Maps) -> SchemaNode {
    switch node {
    case .attribute(let index): .attribute(maps.attributes[index])
    case .container(let index): .container(maps.containers[index])
    case .list(let index): .list(maps.containers[index])
    }
  }

  private func common(_ attribute: SchemaAttribute, _ schema: SchemaModel, _ maps: Maps) -> TreeAttribute {
    TreeAttribute(
      valType: ValType(attribute.valType), flags: AttributeFlags(attribute.flags),
      dimensions: Dimensions(attribute.dimensions), minimum: attribute.minimum, maximum: attribute.maximum,
      values: attribute.values.map { list($0, isEnumeration: attribute.valType == .enumerated, schema, maps) },
      extras: attribute.extras.map { list($0, isEnumeration: false, schema, maps) },
      regex: attribute.regex.map(schema.words.text), defaultText: attribute.defaultText.map(schema.words.text),
      items: items(attribute.items, maps))
  }

  private func items(_ items: SchemaAttribute.Items, _ maps: Maps) -> TreeAttribute.TreeItems {
    switch items {
    case .none: return .none
    case .same(let index): return .same(maps.attributes[index])
    case .list(let rows):
      let rows = rows.map { row in
        switch row {
        case .one(let index): TreeAttribute.Row(items: [maps.attributes[index]], isDefinition: true)
        case .several(let indices): TreeAttribute.Row(items: indices.map { maps.attributes[$0] }, isDefinition: false)
        }
      }
      return rows.allSatisfy(\.isDefinition) ? .list(rows.flatMap(\.items)) : .rows(rows)
    }
  }

  private func list(_ values: [SchemaValue], isEnumeration: Bool, _ schema: SchemaModel, _ maps: Maps) -> TreeList {
    TreeList(
      elements: values.map { value in
        switch value {
        case .word(let index):
          let text = schema.words.utf8(index)
          guard isEnumeration, PatternCompiler.isExpression(text) else { return .word(maps.words[index]) }
          return .pattern(schema.words.text(index), word: text.count == 1 ? maps.words[index] : nil)
        case .number(let number): return .number(number)
        case .bool(let bool): return .bool(bool)
        case .null: return .null
        }
      })
  }

  // MARK: - Merging

  /// The container of a root, merged over the versions that have it; an empty one if none has it.
  private mutating func mergedRoot(_ root: (SchemaModel) -> Int?) -> Int {
    let row = inputs.indices.map { index in root(inputs[index].schema).map { maps[index].containers[$0] } }
    return mergedContainer(row)
  }

  private mutating func mergedTraces() -> Int {
    let row = inputs.indices.map { index -> Int? in
      let members = inputs[index].schema.traces.map {
        CommonMember(word: maps[index].words[$0.type], node: .container(maps[index].containers[$0.attributes]))
      }
      return number(of: CommonContainer(members: members, isSubplot: false))
    }
    return mergedContainer(row)
  }

  private mutating func mergedTransforms() -> Int {
    let row = inputs.indices.map { index -> Int? in
      // A version without transforms has an empty container, not that of the version before.
      let members = (inputs[index].schema.transforms ?? []).map {
        CommonMember(word: maps[index].words[$0.name], node: common($0.node, maps[index]))
      }
      return number(of: CommonContainer(members: members, isSubplot: false))
    }
    return mergedContainer(row)
  }

  /// Merges containers, one for each version; nil where the version has none.
  private mutating func mergedContainer(_ row: [Int?]) -> Int {
    let row = filled(row)
    if let known = merged[row] { return known }
    let result: Int
    if let first = row.first {
      var nodes: [UInt16: [SchemaNode?]] = [:]
      for (version, number) in row.enumerated() {
        for member in common[number].members {
          nodes[member.word, default: Array(repeating: nil, count: row.count)][version] = member.node
        }
      }
      let edges = nodes.sorted { $0.key < $1.key }.map { TreeEdge(word: $0.key, variants: variants($0.value)) }
      result = add(TreeContainer(edges: edges, isSubplot: common[first].isSubplot))
    } else {
      result = add(TreeContainer(edges: [], isSubplot: false))
    }
    merged[row] = result
    return result
  }

  private mutating func add(_ container: TreeContainer) -> Int {
    if let known = containerNumbers[container] { return known }
    model.containers.append(container)
    containerNumbers[container] = model.containers.count - 1
    return model.containers.count - 1
  }

  /// The row with every gap taken from the nearest version before it, or if there is none, behind it.
  private func filled(_ row: [Int?]) -> [Int] {
    guard var last = row.lazy.compactMap({ $0 }).first else { return [] }
    return row.map { number in
      last = number ?? last
      return last
    }
  }

  /// What stands at a place, given for each version: one variant for each definition, all containers of a kind in one.
  private mutating func variants(_ row: [SchemaNode?]) -> [Variant] {
    var groups: [(key: VariantKey, row: [Int?])] = []
    for (version, node) in row.enumerated() {
      guard let node else { continue }
      let key = VariantKey(node, common)
      let index = groups.firstIndex { $0.key == key } ?? groups.count
      if index == groups.count { groups.append((key, Array(repeating: nil, count: row.count))) }
      groups[index].row[version] = node.number
    }
    return groups.map { group in
      var versions: VersionSet = []
      for (version, number) in group.row.enumerated() where number != nil {
        versions.insert(VersionSet(version: version))
      }
      if versions == VersionSet(first: row.count) { versions = .everywhere }
      switch group.key {
      case .attribute(let number): return Variant(versions: versions, node: NodeRef(.attribute, number))
      case .container: return Variant(versions: versions, node: NodeRef(.container, mergedContainer(group.row)))
      case .list: return Variant(versions: versions, node: NodeRef(.list, mergedContainer(group.row)))
      }
    }
  }

  /// What keeps two versions of a place apart.
  private enum VariantKey: Equatable {
    case attribute(Int)
    case container(isSubplot: Bool)
    case list

    init(_ node: SchemaNode, _ common: [CommonContainer]) {
      switch node {
      case .attribute(let number): self = .attribute(number)
      case .container(let number): self = .container(isSubplot: common[number].isSubplot)
      case .list: self = .list
      }
    }
  }

  // MARK: - Contributions

  private struct Place: Hashable {
    var subplot: UInt16?
    var word: UInt16

    var order: (Int, UInt16) { (subplot.map(Int.init) ?? Int(UInt16.max), word) }
  }

  private mutating func mergeContributions() {
    let ordinals = Dictionary(
      uniqueKeysWithValues: model.containers[model.roots[3]].edges.enumerated().map { ($1.word, $0) })
    // For each place and type what stands there, by version.
    var rows: [Place: [Int: [SchemaNode?]]] = [:]
    for (version, input) in inputs.enumerated() {
      for trace in input.schema.traces {
        guard let container = trace.layoutAttributes, let ordinal = ordinals[maps[version].words[trace.type]] else {
          continue
        }
        let subplot = trace.subplot.map { maps[version].words[$0] }
        for member in common[maps[version].containers[container]].members {
          let place = Place(subplot: subplot, word: member.word)
          let nothing = [SchemaNode?](repeating: nil, count: inputs.count)
          rows[place, default: [:]][ordinal, default: nothing][version] = member.node
        }
      }
    }
    for (place, types) in rows.sorted(by: { $0.key.order < $1.key.order }) {
      model.contributions.append(
        TreeContribution(subplot: place.subplot, word: place.word, entries: entries(types)))
    }
  }

  /// One entry for each definition and set of types, given what each type has by version.
  private mutating func entries(_ types: [Int: [SchemaNode?]]) -> [Contribution] {
    // For each node the types that have it, by version.
    var masks: [(node: NodeRef, types: [TraceTypeSet])] = []
    for (ordinal, row) in types.sorted(by: { $0.key < $1.key }) {
      for variant in variants(row) {
        let index = masks.firstIndex { $0.node == variant.node } ?? masks.count
        if index == masks.count { masks.append((variant.node, Array(repeating: [], count: row.count))) }
        for version in row.indices where variant.versions.contains(VersionSet(version: version)) {
          masks[index].types[version].insert(TraceTypeSet(ordinal: ordinal))
        }
      }
    }
    var entries: [Contribution] = []
    for (node, types) in masks {
      var versionsOfTypes: [TraceTypeSet: VersionSet] = [:]
      for (version, set) in types.enumerated() where !set.isEmpty {
        versionsOfTypes[set, default: []].insert(VersionSet(version: version))
      }
      for (set, versions) in versionsOfTypes.sorted(by: { $0.value.rawValue < $1.value.rawValue }) {
        entries.append(Contribution(types: set, variant: Variant(versions: versions, node: node)))
      }
    }
    return entries
  }
}

extension SchemaNode {
  fileprivate var number: Int {
    switch self {
    case .attribute(let number), .container(let number), .list(let number): number
    }
  }
}

extension SchemaModel {
  /// The words that are names or values, some of them several times.
  fileprivate var vocabulary: [Int] {
    var words: [Int] = []
    for container in containers { words += container.members.map(\.name) }
    for trace in traces { words += [trace.type] + (trace.subplot.map { [$0] } ?? []) }
    words += (transforms ?? []).map(\.name)
    for attribute in attributes {
      for case .word(let word) in (attribute.values ?? []) + (attribute.extras ?? []) {
        // An expression is no word, but for the single slash.
        let text = self.words.utf8(word)
        if attribute.valType == .enumerated, PatternCompiler.isExpression(text), text.count > 1 { continue }
        words.append(word)
      }
    }
    return words
  }
}
