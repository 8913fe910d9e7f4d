import ValidationTree

extension SchemaChange {
  /// How many attributes came or went with it: 1 for an attribute.
  package var attributeCount: Int {
    switch action {
    case .added: after?.attributeCount ?? 0
    case .removed: before?.attributeCount ?? 0
    case .changed: 1
    }
  }

  /// The attributes in it, each as a change of its own: those that came or went with the object that holds them. None for an
  /// attribute.
  package var leaves: [SchemaChange] {
    var leaves: [SchemaChange] = []
    // An object that has become a list is neither what it was nor what it is.
    guard before == nil || after == nil || before?.node.kind != after?.node.kind else { return [] }
    before?.forEachLeaf(path) { leaves.append(SchemaChange(path: $0, before: $1, after: nil, traceTypes: traceTypes)) }
    after?.forEachLeaf(path) { leaves.append(SchemaChange(path: $0, before: nil, after: $1, traceTypes: traceTypes)) }
    return leaves
  }

  /// The change at `names`, which lie below an object that came or went; nil if nothing is there.
  package func below(_ names: some Collection<String>) -> SchemaChange? {
    guard before == nil || after == nil, let side = after ?? before else { return nil }
    var path = path
    var node = side.node
    for name in names {
      guard node.kind != .attribute,
        let member = side.version.members(of: node.container).first(where: { $0.name == name })
      else { return nil }
      path += (node.kind == .list ? "[]." : ".") + name
      node = member.node
    }
    let found = Side(side.version, node)
    return SchemaChange(
      path: path, before: before == nil ? nil : found, after: after == nil ? nil : found, traceTypes: traceTypes)
  }
}

extension SchemaChange.Side {
  fileprivate var attributeCount: Int {
    var places = SchemaPlaces(version)
    return places.count(node).attributes
  }

  /// Calls `body` with each attribute below and its path; with nothing for an attribute.
  fileprivate func forEachLeaf(_ path: String, _ body: (String, SchemaChange.Side) -> Void) {
    guard node.kind != .attribute else { return }
    let prefix = path + (node.kind == .list ? "[]." : ".")
    for member in version.members(of: node.container) {
      let side = SchemaChange.Side(version, member.node)
      if member.node.kind == .attribute {
        body(prefix + member.name, side)
      } else {
        side.forEachLeaf(prefix + member.name, body)
      }
    }
  }
}
