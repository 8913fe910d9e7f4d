package import JSONCore

/// Reads plot-schema.json: what `Plotly.PlotSchema.get()` gives, or the same inside the service's
/// `{"sha1", "modified", "schema"}`.
///
/// Strict about what bears on which values are accepted, so that a schema is never half understood; what cannot matter
/// to that is passed over with a warning.
package struct SchemaReader: DefinitionReader {
  /// Larger texts are refused: a schema has about a megabyte, four with all its descriptions.
  package static let maximumLength = 64 << 20
  /// plotly.js nests a dozen levels deep.
  package static let maximumDepth = 128

  var builder: SchemaBuilder
  let tape: JSONTape
  var warnings: [SchemaWarning] = []
  /// The keys down to the place that is read.
  var path: [Int] = []
  /// Attributes whose text came before: most do, and are read once.
  var attributeTexts = WordTable()
  var attributeOfText: [Int] = []

  /// Reads a schema.
  ///
  /// - Parameter version: the plotly.js version, if it is known.
  /// - Throws: ``SchemaError`` with the path of what is not understood.
  /// - Complexity: O(length), apart from sorting the members of each container.
  package static func read(
    _ bytes: [UInt8], version: String?
  ) throws(SchemaError) -> (schema: SchemaModel, warnings: [SchemaWarning]) {
    let origin = SchemaModel.Origin(version: version, byteCount: bytes.count, hash: FNV1a.hash(bytes))
    return try bytes.withInputBytes { input throws(SchemaError) in
      var reader = try SchemaReader(input, origin: origin)
      try reader.readRoot()
      return (reader.builder.model, reader.warnings)
    }
  }

  /// Reads a schema of no known version. Its origin does not tell the hash of the text, which only a snapshot needs: it takes a tenth
  /// of the time.
  package static func read(_ input: InputBytes) throws(SchemaError) -> SchemaModel {
    var reader = try SchemaReader(input, origin: SchemaModel.Origin(version: nil, byteCount: input.count, hash: 0))
    try reader.readRoot()
    return reader.builder.model
  }

  private init(_ input: InputBytes, origin: SchemaModel.Origin) throws(SchemaError) {
    builder = SchemaBuilder(origin: origin)
    tape = try JSONTape.ofSchema(input, maximumDepth: SchemaReader.maximumDepth)
    if let issue = tape.issues.first(where: { $0.kind != .byteOrderMark }) {
      warn("the JSON text is not clean, first at byte \(issue.range.lowerBound)")
    }
  }

  // MARK: - The whole

  private mutating func readRoot() throws(SchemaError) {
    var root = 0
    guard tape.kind(root) == .object else { throw SchemaError(.expected("an object")) }
    if tape.member(root, "traces") == nil, let inner = tape.member(root, "schema"), tape.kind(inner) == .object {
      root = inner
    }
    try readTraces(try object(root, "traces"))
    let layout = try object(root, "layout")
    path = [builder.model.words.intern("layout")]
    do throws(SchemaError) {
      builder.model.layout = try readContainer(try object(layout, "layoutAttributes"), at: "layoutAttributes")
    } catch {
      throw error.below("layout")
    }
    path = []
    if let transforms = tape.member(root, "transforms"), tape.kind(transforms) == .object {
      builder.model.transforms = try readTransforms(transforms)
    }
    builder.model.frame = try readFrame(root)
    builder.model.config = try readOptional(root, "config")
    builder.model.animation = try readOptional(root, "animation")
  }

  private mutating func readTraces(_ traces: Int) throws(SchemaError) {
    for key in tape.keys(traces) {
      do throws(SchemaError) { builder.model.traces.append(try readTrace(key)) } catch {
        throw error.below(tape.string(key)).below("traces")
      }
    }
    guard !builder.model.traces.isEmpty else { throw SchemaError(.expected("a trace type"), at: ["traces"]) }
    let words = builder.model.words
    builder.model.traces = builder.model.traces.inOrder { words.precedes($0.type, $1.type) }
    for (a, b) in zip(builder.model.traces, builder.model.traces.dropFirst()) where a.type == b.type {
      throw SchemaError(.defined(words.text(a.type)), at: ["traces"])
    }
  }

  private mutating func readTrace(_ key: Int) throws(SchemaError) -> SchemaTrace {
    let trace = key + 1
    guard tape.kind(trace) == .object else { throw SchemaError(.expected("an object")) }
    let type = word(key)
    let attributes = try object(trace, "attributes")
    path = [words.intern("traces"), type]
    defer { path = [] }
    var result = SchemaTrace(type: type, attributes: try readContainer(attributes, at: "attributes"))
    if let layoutAttributes = tape.member(trace, "layoutAttributes") {
      result.layoutAttributes = try readContainer(layoutAttributes, at: "layoutAttributes")
      if let subplot = tape.member(attributes, "subplot"), let dflt = tape.member(subplot, "dflt"),
        tape.kind(dflt) == .string
      {
        result.subplot = word(dflt)
      }
    }
    if let categories = tape.member(trace, "categories") {
      for category in tape.elements(categories) where tape.kind(category) == .string {
        result.categories.append(word(category))
      }
    }
    result.isAnimatable = tape.member(trace, "animatable").flatMap(tape.bool)
    return result
  }

  private mutating func readTransforms(_ transforms: Int) throws(SchemaError) -> [SchemaMember] {
    var members: [SchemaMember] = []
    for key in tape.keys(transforms) {
      do throws(SchemaError) {
        guard tape.kind(key + 1) == .object else { throw SchemaError(.expected("an object")) }
        let attributes = try readContainer(try object(key + 1, "attributes"), at: "attributes")
        members.append(SchemaMember(name: word(key), node: .container(attributes)))
      } catch {
        throw error.below(tape.string(key)).below("transforms")
      }
    }
    return builder.sorted(members)
  }

  private mutating func readFrame(_ root: Int) throws(SchemaError) -> Int? {
    guard let frames = tape.member(root, "frames"), let items = tape.member(frames, "items"),
      let key = tape.keys(items).first(where: { _ in true })
    else {
      warn("'frames' is missing")
      return nil
    }
    do throws(SchemaError) { return try readContainer(key + 1, at: tape.string(key)) } catch {
      throw error.below("items").below("frames")
    }
  }

  private mutating func readOptional(_ root: Int, _ name: StaticString) throws(SchemaError) -> Int? {
    guard let container = tape.member(root, name) else {
      warn("'\(name)' is missing")
      return nil
    }
    return try readContainer(container, at: name.description)
  }

  // MARK: - Help

  /// The member `name`, which must be an object.
  private func object(_ parent: Int, _ name: StaticString) throws(SchemaError) -> Int {
    guard let found = tape.member(parent, name) else { throw SchemaError(.missing(name.description)) }
    guard tape.kind(found) == .object else { throw SchemaError(.expected("an object"), at: [name.description]) }
    return found
  }

  var words: WordTable {
    get { builder.model.words }
    _modify { yield &builder.model.words }
  }

  /// Notes what is passed over at the present path.
  mutating func warn(_ message: String) {
    warnings.append(SchemaWarning(path: path.map(builder.model.words.text), message: message))
  }
}

extension JSONTape {
  /// Reads the JSON of a schema or a snapshot.
  static func ofSchema(_ input: InputBytes, maximumDepth: Int) throws(SchemaError) -> JSONTape {
    guard input.count <= SchemaReader.maximumLength else {
      throw SchemaError(.tooLarge(limit: SchemaReader.maximumLength))
    }
    do {
      // Of members with one name the last counts, whether or not one is told.
      return try JSONTape(input, maximumDepth: maximumDepth, findingDuplicates: false)
    } catch {
      throw SchemaError(.notJSON(error))
    }
  }
}
