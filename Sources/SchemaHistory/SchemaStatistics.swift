import ValidationTree

/// How large one version of the schema is.
package struct SchemaStatistics: Sendable {
  package let traceTypes: Int
  package let transformTypes: Int
  /// All places, trace types and the other parts included.
  package let places: SchemaPlaces.Count
  /// Different definitions of attributes, those inside of an info_array included.
  package let distinctAttributes: Int
  /// Different objects: those that hold the same under the same names are one.
  package let distinctObjects: Int
  /// Different names of attributes and objects.
  package let distinctNames: Int

  /// - Complexity: O(distinct containers).
  package init(_ version: SchemaVersion) {
    let roots = version.roots
    traceTypes = roots.count { $0.kind == .traceType }
    transformTypes = roots.count { $0.kind == .transform }
    var places = SchemaPlaces(version)
    self.places = places.all()
    var distinct = DistinctDefinitions(version)
    for root in roots { _ = distinct.number(of: root.container) }
    for contributed in version.contributions { distinct.note(contributed.node) }
    distinctAttributes = distinct.attributes.count
    distinctObjects = distinct.objects.count
    distinctNames = distinct.names.count
  }
}

/// Finds out what is different from all else in one version. Containers of a tree hold all versions, and may differ only in
/// others.
private struct DistinctDefinitions {
  /// What a container comes to: its members, each with a number that equal ones share.
  struct Object: Hashable {
    let members: [Member]
    let isSubplot: Bool
  }

  struct Member: Hashable {
    let name: String
    let kind: NodeRef.Kind
    let number: Int
  }

  private let version: SchemaVersion
  private var known: [ContainerID: Int] = [:]
  private(set) var attributes: Set<AttributeID> = []
  private(set) var objects: [Object: Int] = [:]
  private(set) var names: Set<String> = []

  init(_ version: SchemaVersion) { self.version = version }

  mutating func note(_ node: NodeRef) {
    if node.kind == .attribute { note(node.attribute) } else { _ = number(of: node.container) }
  }

  /// The number that all equal containers share.
  mutating func number(of container: ContainerID) -> Int {
    if let known = known[container] { return known }
    // No container holds itself, except in a damaged tree.
    known[container] = -1
    var members: [Member] = []
    for member in version.members(of: container) {
      names.insert(member.name)
      let number: Int
      if member.node.kind == .attribute {
        note(member.node.attribute)
        number = Int(member.node.attribute.rawValue)
      } else {
        number = self.number(of: member.node.container)
      }
      members.append(Member(name: member.name, kind: member.node.kind, number: number))
    }
    let object = Object(members: members, isSubplot: version.tree.isSubplot(container))
    let number = objects[object] ?? objects.count
    objects[object] = number
    known[container] = number
    return number
  }

  private mutating func note(_ id: AttributeID) {
    guard attributes.insert(id).inserted else { return }
    let attribute = version.tree.attribute(id)
    for row in 0..<version.tree.itemCount(of: attribute) {
      if let columns = version.tree.columnCount(of: attribute, row: row) {
        for column in 0..<columns { version.tree.item(of: attribute, row: row, column: column).map { note($0) } }
      } else {
        version.tree.item(of: attribute, at: row).map { note($0) }
      }
    }
  }
}
