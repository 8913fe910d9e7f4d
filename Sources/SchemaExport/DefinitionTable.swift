import SchemaHistory
import ValidationTree

/// What an export writes once and refers to: which containers and definitions of attributes are reached, how often, and what
/// they are called.
///
/// A container is called by the first path that leads to it, `scatter.marker.line`; a definition by its valType and a number.
struct DefinitionTable {
  private let version: SchemaVersion
  private let schema: AttributeSchema

  /// The containers in the order in which they were found, which is that of their names in the schema.
  private(set) var containers: [(container: ContainerID, name: String)] = []
  private var containerNames: [ContainerID: String] = [:]

  /// The shared definitions of attributes, in the order in which they were found.
  private(set) var attributes: [(name: String, text: [UInt8])] = []
  private var texts: [AttributeID: [UInt8]] = [:]
  private var uses: [[UInt8]: Int] = [:]
  private var attributeNames: [[UInt8]: String] = [:]
  private var found: [AttributeID] = []

  init(_ version: SchemaVersion, _ schema: AttributeSchema) {
    self.version = version
    self.schema = schema
  }

  /// Takes in a container and all that it holds.
  mutating func add(_ container: ContainerID, _ name: String) {
    guard containerNames[container] == nil else { return }
    containerNames[container] = name
    containers.append((container, name))
    for member in version.members(of: container) { add(member.node, "\(name).\(member.name)") }
  }

  /// Takes in what stands at a place.
  mutating func add(_ node: NodeRef, _ path: String) {
    guard node.kind == .attribute else { return add(node.container, path) }
    let id = node.attribute
    if texts[id] == nil {
      texts[id] = schema.text(of: id)
      found.append(id)
    }
    uses[texts[id] ?? [], default: 0] += 1
  }

  /// Names the definitions that are worth being shared: to be called when all has been taken in.
  mutating func nameAttributes() {
    var counts: [String: Int] = [:]
    for id in found {
      guard let text = texts[id], attributeNames[text] == nil else { continue }
      let type = version.tree.attribute(id).valType.name
      // A reference takes some forty bytes, and the definition is written once more.
      guard let count = uses[text], count > 1, text.count * (count - 1) > 40 * count else { continue }
      counts[type, default: 0] += 1
      let name = "\(type).\(counts[type] ?? 0)"
      attributeNames[text] = name
      attributes.append((name, text))
    }
  }

  /// The name of a container that was taken in.
  func name(_ container: ContainerID) -> String { containerNames[container] ?? "" }

  /// The name of an attribute's definition if it is a shared one, or else its text.
  func attribute(_ id: AttributeID) -> (name: String?, text: [UInt8]) {
    let text = texts[id] ?? schema.text(of: id)
    return (attributeNames[text], text)
  }
}
