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
///     "layout":"{…}","frame":"{…}","config":"{…}","animation":"{…}"
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
    line("{")
    line("\"format\":\(quoted(SnapshotWriter.format)),")
    line("\"source\":\(source()),")
    var names = DefinitionNames()
    table("attributes", schema.attributes.indices) { writer, index in
      let definition = writer.definition(writer.schema.attributes[index])
      writer.attributeNames.append(names.name(definition))
      return (writer.attributeNames[index], definition)
    }
    names = DefinitionNames()
    table("containers", schema.containers.indices) { writer, index in
      let definition = writer.definition(writer.schema.containers[index])
      writer.containerNames.append(names.name(definition))
      return (writer.containerNames[index], definition)
    }
    table("traces", schema.traces.indices) { writer, index in
      let trace = writer.schema.traces[index]
      return (writer.schema.words.text(trace.type), writer.definition(trace))
    }
    if let transforms = schema.transforms {
      table("transforms", transforms.indices) { writer, index in
        (writer.schema.words.text(transforms[index].name), writer.reference(transforms[index].node))
      }
    }
    let roots = [("frame", schema.frame), ("config", schema.config), ("animation", schema.animation)]
    for (name, root) in roots {
      if let root { line("\(quoted(name)):\(reference(.container(root))),") }
    }
    line("\"layout\":\(reference(.container(schema.layout)))")
    line("}")
  }

  // MARK: - Definitions

  private func source() -> String {
    let digits = String(schema.origin.hash, radix: 16)
    let hash = String(repeating: "0", count: 16 - digits.count) + digits
    return object([
      ("plotly.js", schema.origin.version.map(quoted)), ("bytes", String(schema.origin.byteCount)),
      ("fnv1a", quoted(hash)),
    ])
  }

  private func definition(_ attribute: SchemaAttribute) -> String {
    let listName = attribute.valType == .flaglist ? "flags" : "values"
    var members: [(String, String?)] = [
      ("valType", quoted(attribute.valType.rawValue)),
      (listName, attribute.values.map(list)),
      ("extras", attribute.extras.map(list)),
      ("regex", attribute.regex.map(word)),
      ("min", attribute.minimum.map(number)),
      ("max", attribute.maximum.map(number)),
      ("dimensions", dimensions(attribute.dimensions)),
      ("items", items(attribute.items)),
    ]
    for (flag, name) in SchemaAttribute.Flags.names {
      members.append((name.description, attribute.flags.contains(flag) ? "true" : nil))
    }
    members.append(("dflt", attribute.defaultText.map(schema.words.text)))
    return object(members)
  }

  private func definition(_ container: SchemaContainer) -> String {
    let members = container.members.map { (schema.words.text($0.name), Optional(reference($0.node))) }
    return object([("_isSubplotObj", container.isSubplot ? "true" : nil)] + members)
  }

  private func definition(_ trace: SchemaTrace) -> String {
    object([
      ("attributes", reference(.container(trace.attributes))),
      ("layoutAttributes", trace.layoutAttributes.map { reference(.container($0)) }),
      ("subplot", trace.subplot.map(word)),
      ("categories", "[\(trace.categories.map(word).joined(separator: ","))]"),
      ("animatable", trace.isAnimatable.map { $0 ? "true" : "false" }),
    ])
  }

  private func reference(_ node: SchemaNode) -> String {
    switch node {
    case .attribute(let index): "\"\(attributeNames[index])\""
    case .container(let index): "\"{\(containerNames[index])}\""
    case .list(let index): "\"[\(containerNames[index])]\""
    }
  }

  private func dimensions(_ dimensions: SchemaAttribute.Dimensions) -> String? {
    switch dimensions {
    case .one: nil
    case .two: "2"
    case .oneOrTwo: "\"1-2\""
    }
  }

  private func items(_ items: SchemaAttribute.Items) -> String? {
    switch items {
    case .none: nil
    case .same(let index): reference(.attribute(index))
    case .list(let rows): "[\(rows.map(row).joined(separator: ","))]"
    }
  }

  private func row(_ row: SchemaAttribute.Row) -> String {
    switch row {
    case .one(let index): reference(.attribute(index))
    case .several(let indices): "[\(indices.map { reference(.attribute($0)) }.joined(separator: ","))]"
    }
  }

  private func list(_ values: [SchemaValue]) -> String {
    let texts = values.map { value in
      switch value {
      case .word(let index): word(index)
      case .number(let value): number(value)
      case .bool(let value): value ? "true" : "false"
      case .null: "null"
      }
    }
    return "[\(texts.joined(separator: ","))]"
  }

  // MARK: - JSON

  private func word(_ index: Int) -> String { quoted(schema.words.text(index)) }

  /// The shortest text that reads back as the same number; an integer without a fraction.
  private func number(_ value: Double) -> String {
    if let integer = Int(exactly: value), integer.magnitude < 1 << 53, !(integer == 0 && value.sign == .minus) {
      return String(integer)
    }
    return value.description
  }

  private func object(_ members: [(name: String, value: String?)]) -> String {
    let texts = members.compactMap { name, value in value.map { "\(quoted(name)):\($0)" } }
    return "{\(texts.joined(separator: ","))}"
  }

  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{0}"..<" ":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  // MARK: - Lines

  private mutating func line(_ line: String) {
    text += line.utf8
    text.append(UInt8(ascii: "\n"))
  }

  /// Writes a member that is an object with a member a line.
  private mutating func table(
    _ name: String, _ indices: Range<Int>, _ entry: (inout SnapshotWriter, Int) -> (name: String, text: String)
  ) {
    line("\(quoted(name)):{")
    for index in indices {
      let (name, text) = entry(&self, index)
      line("\(quoted(name)):\(text)\(index + 1 == indices.upperBound ? "" : ",")")
    }
    line("},")
  }
}

/// Names definitions by the hash of their text.
private struct DefinitionNames {
  private static let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".unicodeScalars)
  private var used: Set<String> = []

  /// A name for the definition with this text: three letters and digits, one more for each that is taken already.
  mutating func name(_ definition: String) -> String {
    var hash = FNV1a.hash(definition.utf8)
    var name = ""
    while true {
      name.unicodeScalars.append(DefinitionNames.alphabet[Int(hash % 62)])
      // Eleven digits use the hash up; behind that a name grows by zeros.
      hash /= 62
      if name.unicodeScalars.count >= 3, used.insert(name).inserted { return name }
    }
  }
}
