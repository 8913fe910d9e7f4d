import JSONCore
package import SchemaHistory
import ValidationTree

/// A version's schema of figures as JSON Schema, for editors and for validators that know nothing of plotly.js.
///
/// Traces are told apart by `type` with `if` and `then`, and no alternatives are tried elsewhere, so that one mistake gives
/// one error. What JSON Schema cannot say is let through: see the list in `figlint schema export --help`.
package struct JSONSchemaExport {
  let version: SchemaVersion
  let dialect: JSONSchemaDialect
  /// The trace types that figures may have, in byte order.
  let types: [String]
  let contributions: [LayoutContribution]
  private(set) var table: DefinitionTable
  private let traits: VersionTraits

  /// Prepares the export.
  ///
  /// - Parameter only: the trace types to write, each of which the version must have; nil for all.
  package init(_ version: SchemaVersion, _ dialect: JSONSchemaDialect, only: [String]? = nil) {
    self.version = version
    self.dialect = dialect
    let tree = version.tree
    let known = version.members(of: tree.traces)
    let traces = known.filter { only?.contains($0.name) ?? true }
    types = traces.map(\.name)
    contributions = LayoutContribution.all(of: version, types: traces.map(\.name))
    traits = tree.traits(version.index)
    table = DefinitionTable(version, AttributeSchema(tree: tree, traits: traits, dialect: dialect))
    for trace in traces { table.add(trace.node, trace.name) }
    table.add(tree.layout, "layout")
    for contribution in contributions {
      for choice in contribution.choices { table.add(choice.node, "layout.\(contribution.name)") }
    }
    table.add(tree.config, "config")
    for member in version.members(of: tree.frame) where !["data", "layout"].contains(member.name) {
      table.add(member.node, "frame.\(member.name)")
    }
    if traits.contains(.transforms) {
      for transform in version.members(of: tree.transforms) { table.add(transform.node, "transform.\(transform.name)") }
    }
    table.nameAttributes()
  }

  /// The schema, one definition a line, with a final line break. The same for the same version and choice.
  package func text() -> [UInt8] {
    var lines: [[UInt8]] = []
    func define(_ name: String, _ keywords: (inout JSONWriter) -> Void) {
      lines.append(definition(name, keywords))
    }
    for shared in SharedSchema.allCases where shared != .typedArray || traits.contains(.typedArrays) {
      define(shared.rawValue) { shared.write(dialect, traits, &$0) }
    }
    for (name, text) in table.attributes { lines.append(definition(name, text)) }
    for (container, name) in table.containers { define(name) { write(container, name, &$0) } }
    define("trace", writeTrace)
    define("frame", writeFrame)
    define("template", writeTemplate)
    if traits.contains(.transforms) { define("transform", writeTransform) }
    var text = header()
    text += "\"\(dialect.definitions)\":{\n".utf8
    text += lines.joined(separator: Array(",\n".utf8))
    text += "\n}}\n".utf8
    return text
  }

  private func definition(_ name: String, _ keywords: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(keywords)
    return definition(name, json.finish())
  }

  private func definition(_ name: String, _ text: [UInt8]) -> [UInt8] { Array("\"\(name)\":".utf8) + text }

  /// All but the definitions, without the closing brace.
  private func header() -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("$schema", dialect.identifier)
      // A schema of one's own is called by its path, which need be no part of a URI.
      if version.name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || ".-".contains($0)) }) {
        json.member("$id", "urn:figlint:plotly.js:\(version.name)")
      }
      json.member("title", "Figure of plotly.js \(version.name)")
      writeFigure(&json)
    }
    return Array(json.finish().dropLast()) + ",\n".utf8
  }

  // MARK: - References

  func writeReference(_ name: String, _ json: inout JSONWriter) {
    json.member("$ref", "#/\(dialect.definitions)/\(name)")
  }

  /// Writes what stands at a place, as the text of an object.
  func write(_ node: NodeRef, _ json: inout JSONWriter) {
    switch node.kind {
    case .container: json.object { json in writeReference(table.name(node.container), &json) }
    case .list:
      json.object { json in
        json.types(["array"])
        json.schema("items") { writeReference(table.name(node.container), &$0) }
      }
    case .attribute:
      let (name, text) = table.attribute(node.attribute)
      if let name { json.object { json in writeReference(name, &json) } } else { json.raw(text) }
    }
  }

  // MARK: - Containers

  private func write(_ container: ContainerID, _ name: String, _ json: inout JSONWriter) {
    let tree = version.tree
    let members = version.members(of: container)
    let contributed = contributions.filter { contribution in
      contribution.subplot.map { isSubplot(container, $0) } ?? (container == tree.layout)
    }
    json.member("title", name)
    json.types(["object"])
    json.schema("properties") { json in
      // A trace says its own type, and scatter is what a trace without one is. The type of a transform is judged elsewhere.
      if types.contains(name) { json.schema("type") { writeType([name], &$0) } }
      if transformContainers.contains(container) { json.schema("type") { $0.types(["string"]) } }
      let hasTransforms = types.contains(name) && traits.contains(.transforms)
      if hasTransforms {
        json.schema("transforms") { json in
          json.types(["array"])
          json.schema("items") { writeReference("transform", &$0) }
        }
      }
      for member in members where !contributed.contains(where: { $0.name == member.name }) {
        if hasTransforms, member.name == "transforms" { continue }
        json.key(member.name)
        if container == tree.layout, member.name == "template" {
          json.object(writeTemplateReference)
        } else {
          write(member.node, &json)
        }
      }
      for contribution in contributed {
        json.key(contribution.name)
        let isAlone = !members.contains { $0.name == contribution.name }
        if isAlone, let node = contribution.soleNode { write(node, &json) } else { json.bool(true) }
      }
    }
    writePatterns(members, &json)
    json.member("additionalProperties", false)
  }

  /// Names with a counter, and in templates the defaults of items.
  private func writePatterns(_ members: [SchemaVersion.Member], _ json: inout JSONWriter) {
    let subplots = members.filter { version.tree.isSubplot($0.node) }
    let lists = members.filter { $0.node.kind == .list && $0.name.hasSuffix("s") }
    guard !subplots.isEmpty || !lists.isEmpty else { return }
    json.schema("patternProperties") { json in
      for member in subplots {
        json.key(TextPattern.numbered(member.name))
        write(member.node, &json)
      }
      for member in lists {
        json.schema("^\(member.name.dropLast())defaults$") {
          writeReference(table.name(member.node.container), &$0)
        }
      }
    }
  }

  private var transformContainers: [ContainerID] {
    version.members(of: version.tree.transforms).map(\.node.container)
  }

  private func isSubplot(_ container: ContainerID, _ name: String) -> Bool {
    version.members(of: version.tree.layout).contains {
      $0.name == name && $0.node.kind == .container && $0.node.container == container
    }
  }

  /// The value of `type` that names one of some trace types.
  func writeType(_ names: [String], _ json: inout JSONWriter) {
    json.key("enum")
    json.array { json in
      for name in names { json.string(name) }
      if names.contains("scatter") { json.null() }
    }
  }
}
