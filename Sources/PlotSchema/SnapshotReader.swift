package import JSONCore

/// Reads what ``SnapshotWriter`` wrote: the same schema comes back.
package struct SnapshotReader: DefinitionReader {
  private var schema: SchemaModel
  let tape: JSONTape
  /// Names of definitions in the snapshot, and the definitions' numbers.
  private var attributeNames = WordTable()
  private var containerNames = WordTable()
  /// What lies below each attribute (items) and container. References point backwards, but a few of them can spell out
  /// more places than there is memory for.
  private var attributeExtents: [Extent] = []
  private var containerExtents: [Extent] = []

  /// Reads a snapshot.
  ///
  /// - Throws: ``SchemaError`` with the path of what is not understood.
  /// - Complexity: O(length).
  package static func read(_ bytes: [UInt8]) throws(SchemaError) -> SchemaModel {
    try bytes.withInputBytes { input throws(SchemaError) in try read(input) }
  }

  package static func read(_ input: InputBytes) throws(SchemaError) -> SchemaModel {
    var reader = try SnapshotReader(input)
    try reader.readRoot()
    return reader.schema
  }

  /// Whether the bytes begin like a snapshot.
  package static func isSnapshot(_ bytes: [UInt8]) -> Bool { bytes.withInputBytes { isSnapshot($0) } }

  package static func isSnapshot(_ input: InputBytes) -> Bool {
    let beginning = "{\n\"format\":\"figlint schema snapshot" as StaticString
    return input.equals(0..<beginning.utf8CodeUnitCount, beginning)
  }

  private init(_ input: InputBytes) throws(SchemaError) {
    tape = try JSONTape.ofSchema(input, maximumDepth: SchemaReader.maximumDepth)
    schema = SchemaModel(origin: SchemaModel.Origin(version: nil, byteCount: 0, hash: 0))
  }

  private mutating func readRoot() throws(SchemaError) {
    let format = tape.member(0, "format").map(tape.string) ?? ""
    guard format == SnapshotWriter.format else { throw SchemaError(.otherFormat(format)) }
    schema.origin = try readSource()
    try readTable("attributes") { reader, key throws(SchemaError) in
      try reader.define(key, in: \.attributeNames)
      let attribute = try reader.readDefinition(key + 1)
      reader.attributeExtents.append(try Extent(around: attribute.items.all.map { reader.attributeExtents[$0] }))
      reader.schema.attributes.append(attribute)
    }
    try readTable("containers") { reader, key throws(SchemaError) in
      try reader.define(key, in: \.containerNames)
      let container = try reader.readContainer(key + 1)
      reader.containerExtents.append(try Extent(around: container.members.map { reader.extent(of: $0.node) }))
      reader.schema.containers.append(container)
    }
    try readTable("traces") { reader, key throws(SchemaError) in
      reader.schema.traces.append(try reader.readTrace(key))
    }
    if tape.member(0, "transforms") != nil {
      schema.transforms = []
      try readTable("transforms") { reader, key throws(SchemaError) in
        let node = SchemaNode.container(try reader.readContainerReference(key + 1))
        let member = SchemaMember(name: reader.word(key), node: node)
        reader.schema.transforms?.append(member)
      }
    }
    guard let layout = try readRoot("layout") else { throw SchemaError(.missing("layout")) }
    schema.layout = layout
    schema.frame = try readRoot("frame")
    schema.config = try readRoot("config")
    schema.animation = try readRoot("animation")
  }

  private func extent(of node: SchemaNode) -> Extent {
    switch node {
    case .attribute(let index): attributeExtents[index]
    case .container(let index), .list(let index): containerExtents[index]
    }
  }

  // MARK: - Parts

  private func readSource() throws(SchemaError) -> SchemaModel.Origin {
    guard let source = tape.member(0, "source") else { throw SchemaError(.missing("source")) }
    guard let hash = tape.member(source, "fnv1a").map(tape.string).flatMap({ UInt64($0, radix: 16) }),
      let count = tape.member(source, "bytes").flatMap(tape.number).flatMap(Int.init(exactly:))
    else { throw SchemaError(.expected("the hash and the size of the source"), at: ["source"]) }
    let version = tape.member(source, "plotly.js").map(tape.string)
    return SchemaModel.Origin(version: version, byteCount: count, hash: hash)
  }

  private mutating func readTable(
    _ name: StaticString, _ read: (inout SnapshotReader, Int) throws(SchemaError) -> Void
  ) throws(SchemaError) {
    guard let table = tape.member(0, name) else { throw SchemaError(.missing(name.description)) }
    guard tape.kind(table) == .object else { throw SchemaError(.expected("an object"), at: [name.description]) }
    for key in tape.keys(table) {
      do throws(SchemaError) { try read(&self, key) } catch {
        throw error.below(tape.string(key)).below(name.description)
      }
    }
  }

  /// Gives the definition at `key` the next number of a table.
  private mutating func define(
    _ key: Int, in names: WritableKeyPath<SnapshotReader, WordTable>
  ) throws(SchemaError) {
    let known = self[keyPath: names].count
    guard self[keyPath: names].intern(tape.string(key)) == known else { throw SchemaError(.defined(tape.string(key))) }
  }

  private mutating func readContainer(_ index: Int) throws(SchemaError) -> SchemaContainer {
    guard tape.kind(index) == .object else { throw SchemaError(.expected("an object")) }
    var container = SchemaContainer(members: [], isSubplot: false)
    for key in tape.keys(index) {
      if tape.isText(key, "_isSubplotObj") {
        container.isSubplot = true
        continue
      }
      let name = word(key)
      if let last = container.members.last, !schema.words.precedes(last.name, name) {
        throw SchemaError(.expected("members in order"), at: [tape.string(key)])
      }
      container.members.append(SchemaMember(name: name, node: try readReference(key + 1)))
    }
    return container
  }

  private mutating func readTrace(_ key: Int) throws(SchemaError) -> SchemaTrace {
    let trace = key + 1
    guard let attributes = tape.member(trace, "attributes") else { throw SchemaError(.missing("attributes")) }
    var result = SchemaTrace(type: word(key), attributes: try readContainerReference(attributes))
    if let last = schema.traces.last, !schema.words.precedes(last.type, result.type) {
      throw SchemaError(.expected("trace types in order"))
    }
    if let layoutAttributes = tape.member(trace, "layoutAttributes") {
      result.layoutAttributes = try readContainerReference(layoutAttributes)
    }
    if let subplot = tape.member(trace, "subplot") { result.subplot = word(subplot) }
    if let categories = tape.member(trace, "categories") {
      for category in tape.elements(categories) { result.categories.append(word(category)) }
    }
    result.isAnimatable = tape.member(trace, "animatable").flatMap(tape.bool)
    return result
  }

  // MARK: - References

  private func readRoot(_ name: StaticString) throws(SchemaError) -> Int? {
    guard let root = tape.member(0, name) else { return nil }
    do throws(SchemaError) { return try readContainerReference(root) } catch { throw error.below(name.description) }
  }

  private func readContainerReference(_ index: Int) throws(SchemaError) -> Int {
    guard case .container(let container) = try readReference(index) else {
      throw SchemaError(.expected("the name of a container"))
    }
    return container
  }

  private func readReference(_ index: Int) throws(SchemaError) -> SchemaNode {
    guard tape.kind(index) == .string else { throw SchemaError(.expected("the name of a definition")) }
    let range = tape.range(index)
    let inner = range.isEmpty ? range : range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
    let node: SchemaNode? =
      switch tape.bytes[range.lowerBound] {
      case UInt8(ascii: "{"): containerNames.find(tape.bytes.copy(inner)).map(SchemaNode.container)
      case UInt8(ascii: "["): containerNames.find(tape.bytes.copy(inner)).map(SchemaNode.list)
      default: attributeNames.find(tape.bytes.copy(range)).map(SchemaNode.attribute)
      }
    // A name gets its number before its definition is read: the last ones may not be there yet.
    switch node {
    case .attribute(let number) where number < schema.attributes.count: return .attribute(number)
    case .container(let number) where number < schema.containers.count: return .container(number)
    case .list(let number) where number < schema.containers.count: return .list(number)
    default: throw SchemaError(.unknownReference(tape.string(index)))
    }
  }

  /// Reads an item of an info_array: the name of its definition.
  mutating func readItem(_ index: Int) throws(SchemaError) -> Int {
    guard case .attribute(let attribute) = try readReference(index) else {
      throw SchemaError(.expected("the name of an attribute"))
    }
    return attribute
  }

  var words: WordTable {
    get { schema.words }
    _modify { yield &schema.words }
  }

  /// Passes over what the writer of the snapshot would not have written.
  mutating func warn(_ message: String) {}
}

/// How far a definition spreads when all that it refers to is written out.
private struct Extent {
  /// As many levels as a plot-schema may nest, and far more places than one has.
  private static let maximumPlaces = 1 << 18

  let depth: Int
  let places: Int

  /// The extent of what holds `parts`.
  init(around parts: [Extent]) throws(SchemaError) {
    depth = 1 + (parts.lazy.map(\.depth).max() ?? 0)
    var places = 1
    for part in parts where places <= Extent.maximumPlaces { places += part.places }
    self.places = places
    guard depth <= SchemaReader.maximumDepth, places <= Extent.maximumPlaces else {
      throw SchemaError(.tooManyPlaces)
    }
  }
}

extension SchemaAttribute.Items {
  /// All definitions among the items.
  fileprivate var all: [Int] {
    switch self {
    case .none: []
    case .same(let index): [index]
    case .list(let rows):
      rows.flatMap { row in
        switch row {
        case .one(let index): [index]
        case .several(let indices): indices
        }
      }
    }
  }
}
