import JSONCore

/// Writes a schema as a snapshot: one definition a line, so that a difference between two versions reads well.
///
///     {
///     "format":"figlint schema snapshot 1",
///     "source":{"plotly.js":"4.1.1","bytes":958360,"fnv1a":"…"},
///     "attributes":{
///     "Kz3":{"valType":"number","min":0,"dflt":1},
///     …},
///     "containers":{
///     "pQ0":{"color":"Xa2","line":"{b7T}","stops":"[c9R]"},
///     …},
///     "traces":{
///     "bar":{"attributes":"{…}","layoutAttributes":"{…}","categories":[…],"animatable":true},
///     …},
///     "transforms":{…},
///     "frame":"{…}",
///     "config":"{…}",
///     "animation":"{…}",
///     "layout":"{…}"
///     }
///
/// A definition's name is made from the hash of its text, so that it keeps its name while other definitions come and
/// go. `{…}` names a container, `[…]` an array of such containers. Definitions stand before their use. The same schema
/// gives the same bytes.
package struct SnapshotWriter {
  /// The first member of a snapshot.
  package static let format = "figlint schema snapshot 1"

  private let schema: SchemaModel
  private var text: [UInt8] = []
  private var attributeNames: [String] = []
  private var containerNames: [String] = []

  /// The bytes of the snapshot of a schema. O(size).
  package static func write(_ schema: SchemaModel) -> [UInt8] {
    var writer = SnapshotWriter(schema: schema)
    writer.writeAll()
    return writer.text
  }

  private init(schema: SchemaModel) { self.schema = schema }

  private mutating func writeAll() {
    text += "{\n".utf8
    member("format", json { $0.string(SnapshotWriter.format) })
    member("source", source())
    var names = DefinitionNames()
    table("attributes", schema.attributes.count) { writer, index in
      let definition = writer.definition(writer.schema.attributes[index])
      writer.attributeNames.append(names.name(definition))
      return (writer.attributeNames[index], definition)
    }
    names = DefinitionNames()
    table("containers", schema.containers.count) { writer, index in
      let definition = writer.definition(writer.schema.containers[index])
      writer.containerNames.append(names.name(definition))
      return (writer.containerNames[index], definition)
    }
    table("traces", schema.traces.count) { writer, index in
      let trace = writer.schema.traces[index]
      return (writer.schema.words.text(trace.type), writer.definition(trace))
    }
    if let transforms = schema.transforms {
      table("transforms", transforms.count) { writer, index in
        let transform = transforms[index]
        return (writer.schema.words.text(transform.name), writer.json { $0.string(writer.reference(transform.node)) })
      }
    }
    for (name, root) in [("frame", schema.frame), ("config", schema.config), ("animation", schema.animation)] {
      if let root { member(name, json { $0.string(reference(.container(root))) }) }
    }
    member("layout", json { $0.string(reference(.container(schema.layout))) }, isLast: true)
    text += "}\n".utf8
  }

  // MARK: - Definitions

  private func source() -> [UInt8] {
    let digits = String(schema.origin.hash, radix: 16)
    return json { json in
      json.object { json in
        if let version = schema.origin.version { json.member("plotly.js", version) }
        json.member("bytes", schema.origin.byteCount)
        json.member("fnv1a", String(repeating: "0", count: 16 - digits.count) + digits)
      }
    }
  }

  private func definition(_ attribute: SchemaAttribute) -> [UInt8] {
    json { json in
      json.object { json in
        json.member("valType", attribute.valType.rawValue)
        if let values = attribute.values { write(values, attribute.valType == .flaglist ? "flags" : "values", &json) }
        if let extras = attribute.extras { write(extras, "extras", &json) }
        if let regex = attribute.regex { json.member("regex", schema.words.text(regex)) }
        for (name, bound) in [("min", attribute.minimum), ("max", attribute.maximum)] {
          guard let bound else { continue }
          json.key(name)
          write(bound, &json)
        }
        switch attribute.dimensions {
        case .one: break
        case .two: json.member("dimensions", 2)
        case .oneOrTwo: json.member("dimensions", "1-2")
        }
        write(attribute.items, &json)
        for (flag, name) in SchemaAttribute.Flags.names where attribute.flags.contains(flag) {
          json.member(name.description, true)
        }
        if let text = attribute.defaultText {
          json.key("dflt")
          json.raw(schema.words.utf8(text))
        }
      }
    }
  }

  private func write(_ items: SchemaAttribute.Items, _ json: inout JSONWriter) {
    switch items {
    case .none: break
    case .same(let index): json.member("items", attributeNames[index])
    case .list(let rows):
      json.key("items")
      json.array { json in
        for row in rows {
          switch row {
          case .one(let index): json.string(attributeNames[index])
          case .several(let indices): json.array { json in for index in indices { json.string(attributeNames[index]) } }
          }
        }
      }
    }
  }

  private func definition(_ container: SchemaContainer) -> [UInt8] {
    json { json in
      json.object { json in
        if container.isSubplot { json.member("_isSubplotObj", true) }
        for member in container.members { json.member(schema.words.text(member.name), reference(member.node)) }
      }
    }
  }

  private func definition(_ trace: SchemaTrace) -> [UInt8] {
    json { json in
      json.object { json in
        json.member("attributes", reference(.container(trace.attributes)))
        if let layoutAttributes = trace.layoutAttributes {
          json.member("layoutAttributes", reference(.container(layoutAttributes)))
        }
        if let subplot = trace.subplot { json.member("subplot", schema.words.text(subplot)) }
        json.key("categories")
        json.array { json in for category in trace.categories { json.string(schema.words.text(category)) } }
        if let isAnimatable = trace.isAnimatable { json.member("animatable", isAnimatable) }
      }
    }
  }

  private func reference(_ node: SchemaNode) -> String {
    switch node {
    case .attribute(let index): attributeNames[index]
    case .container(let index): "{\(containerNames[index])}"
    case .list(let index): "[\(containerNames[index])]"
    }
  }

  // MARK: - Values

  private func write(_ values: [SchemaValue], _ name: String, _ json: inout JSONWriter) {
    json.key(name)
    json.array { json in
      for value in values {
        switch value {
        case .word(let index): json.string(schema.words.text(index))
        case .number(let number): write(number, &json)
        case .bool(let bool): json.bool(bool)
        case .null: json.null()
        }
      }
    }
  }

  /// Writes the shortest text that reads back as the same number; an integer without a fraction.
  private func write(_ number: Double, _ json: inout JSONWriter) {
    let isNegativeZero = number == 0 && number.sign == .minus
    if let integer = Int(exactly: number), integer.magnitude < 1 << 53, !isNegativeZero {
      json.integer(integer)
    } else {
      json.raw(number.description.utf8)
    }
  }

  private func json(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var writer = JSONWriter()
    body(&writer)
    return writer.finish()
  }

  // MARK: - Lines

  private mutating func member(_ name: String, _ value: [UInt8], isLast: Bool = false) {
    text += json { $0.string(name) }
    text += ":".utf8
    text += value
    text += isLast ? "\n".utf8 : ",\n".utf8
  }

  /// Writes a member that is an object with a member a line.
  private mutating func table(
    _ name: String, _ count: Int, _ entry: (inout SnapshotWriter, Int) -> (name: String, text: [UInt8])
  ) {
    text += "\"\(name)\":{\n".utf8
    for index in 0..<count {
      let (name, text) = entry(&self, index)
      member(name, text, isLast: index + 1 == count)
    }
    text += "},\n".utf8
  }
}

/// Names definitions by the hash of their text.
private struct DefinitionNames {
  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".unicodeScalars)
  private var used: Set<String> = []

  /// A name for the definition with this text: three letters and digits, one more for each that is taken already.
  mutating func name(_ definition: [UInt8]) -> String {
    var hash = FNV1a.hash(definition)
    var name = ""
    while true {
      name.unicodeScalars.append(DefinitionNames.alphabet[Int(hash % 62)])
      // Eleven digits use the hash up; behind that a name grows by zeros.
      hash /= 62
      if name.unicodeScalars.count >= 3, used.insert(name).inserted { return name }
    }
  }
}
