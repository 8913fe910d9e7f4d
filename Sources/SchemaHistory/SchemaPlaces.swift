package import ValidationTree

/// Counts the places of the schema in one version: a definition that stands in a hundred places counts a hundred times.
package struct SchemaPlaces {
  /// What there is at and below a place.
  package struct Count: Sendable, Equatable {
    /// Attributes; those inside of an info_array do not count.
    package var attributes = 0
    package var objects = 0
    /// Arrays of objects.
    package var lists = 0
    /// Attributes by the raw value of their ``ValType``.
    package var byType = [Int](repeating: 0, count: ValType.allCases.count)

    package init() {}

    package static func += (a: inout Count, b: Count) {
      a.attributes += b.attributes
      a.objects += b.objects
      a.lists += b.lists
      for index in a.byType.indices { a.byType[index] += b.byType[index] }
    }
  }

  private let version: SchemaVersion
  private var known: [ContainerID: Count] = [:]

  package init(_ version: SchemaVersion) { self.version = version }

  /// What there is at `node` and below. O(distinct containers below), and less when it is asked again.
  package mutating func count(_ node: NodeRef) -> Count {
    var count = Count()
    switch node.kind {
    case .attribute:
      count.attributes = 1
      count.byType[Int(version.tree.attribute(node.attribute).valType.rawValue)] = 1
    case .container:
      count.objects = 1
      count += members(of: node.container)
    case .list:
      count.lists = 1
      count += members(of: node.container)
    }
    return count
  }

  /// What there is in a container.
  package mutating func members(of container: ContainerID) -> Count {
    if let known = known[container] { return known }
    // A container that holds itself, as only a damaged tree has, holds nothing more.
    known[container] = Count()
    var count = Count()
    for member in version.members(of: container) { count += self.count(member.node) }
    known[container] = count
    return count
  }

  /// What there is in the whole schema. What several trace types bring into the layout is there once.
  package mutating func all() -> Count {
    var count = Count()
    for root in version.roots {
      count.objects += 1
      count += members(of: root.container)
    }
    var path = ""
    for contributed in version.contributions where contributed.path != path {
      path = contributed.path
      count += self.count(contributed.node)
    }
    return count
  }
}
