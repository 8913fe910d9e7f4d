/// What one plot-schema says, each distinct definition once.
///
/// Attributes come after those they are made of, and so do containers: a reference always points backwards, so that there
/// are no circles.
package struct SchemaModel: Sendable {
  package var origin: Origin
  package var words = WordTable()
  package var attributes: [SchemaAttribute] = []
  package var containers: [SchemaContainer] = []
  /// In byte order of the types.
  package var traces: [SchemaTrace] = []
  /// Containers of attributes by transform type, in byte order; nil in a version without transforms.
  package var transforms: [SchemaMember]?
  /// Numbers in ``containers``.
  package var layout = 0
  package var frame: Int?
  package var config: Int?
  package var animation: Int?

  package init(origin: Origin) { self.origin = origin }

  /// Where a schema comes from.
  package struct Origin: Hashable, Sendable {
    /// The plotly.js version, if it is known: a plot-schema does not name its own.
    package var version: String?
    /// The size of the source in bytes.
    package var byteCount: Int
    /// FNV-1a, 64 bits, over the source's bytes; 0 where nobody asked for it.
    package var hash: UInt64

    package init(version: String?, byteCount: Int, hash: UInt64) {
      self.version = version
      self.byteCount = byteCount
      self.hash = hash
    }
  }
}

/// An object with named members.
package struct SchemaContainer: Hashable, Sendable {
  /// In byte order of the names, each name once.
  package var members: [SchemaMember]
  /// Its own key may carry a counter (`_isSubplotObj`).
  package var isSubplot: Bool

  package init(members: [SchemaMember], isSubplot: Bool) {
    self.members = members
    self.isSubplot = isSubplot
  }

  /// One value for all members: a schema has thousands of containers to tell apart, and few that differ are alike in it.
  package func hash(into hasher: inout Hasher) {
    var digest = FoldedHash()
    for member in members {
      digest.fold(member.name)
      switch member.node {
      case .attribute(let number): digest.fold(number)
      case .container(let number), .list(let number): digest.fold(~number)
      }
    }
    hasher.combine(digest.value)
  }
}

/// A name and what stands there.
package struct SchemaMember: Hashable, Sendable {
  /// A number in ``SchemaModel/words``.
  package var name: Int
  package var node: SchemaNode

  package init(name: Int, node: SchemaNode) {
    self.name = name
    self.node = node
  }
}

/// What stands at a place.
package enum SchemaNode: Hashable, Sendable {
  /// A number in ``SchemaModel/attributes``.
  case attribute(Int)
  /// A number in ``SchemaModel/containers``.
  case container(Int)
  /// A linked array; the number is that of the container of its items.
  case list(Int)
}

/// A trace type.
package struct SchemaTrace: Hashable, Sendable {
  package var type: Int
  package var attributes: Int
  /// What the type adds to the layout, or to ``subplot`` in it.
  package var layoutAttributes: Int?
  /// The default of the type's attribute `subplot`; only with ``layoutAttributes``.
  package var subplot: Int?
  package var categories: [Int] = []
  package var isAnimatable: Bool?

  package init(type: Int, attributes: Int) {
    self.type = type
    self.attributes = attributes
  }
}

/// The hash that names the source of a schema: simple enough to be written in any language.
package enum FNV1a {
  package static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}

/// Folds numbers into one, for tables that compare in full what falls together.
struct FoldedHash {
  private(set) var value: UInt64 = 0

  mutating func fold(_ number: Int) { fold(UInt64(bitPattern: Int64(number))) }

  mutating func fold(_ number: UInt64) {
    value = (value ^ number) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }
}
