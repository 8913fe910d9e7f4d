/// A word of a tree's vocabulary: an attribute name, a trace type, an enumerated value, a flag. Each text has one id, and
/// the ids follow the texts' byte order.
@frozen
public struct WordID: Hashable, Comparable, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
  @inlinable public static func < (a: WordID, b: WordID) -> Bool { a.rawValue < b.rawValue }
}

/// An object with named members, all versions of one place together.
@frozen
public struct ContainerID: Hashable, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A definition of an attribute; equal definitions have one id.
@frozen
public struct AttributeID: Hashable, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A member of a container: its name and what stands there.
@frozen
public struct EdgeID: Hashable, Sendable {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A list of values: those of an enumerated attribute, the flags of a flaglist, extras.
@frozen
public struct ValueListID: Hashable, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// A compiled regular expression of the schema.
@frozen
public struct PatternID: Hashable, Sendable {
  public let rawValue: UInt16
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }
}

/// What stands at a place of the schema.
@frozen
public struct NodeRef: Hashable, Sendable {
  /// The kind in the upper two bits, the index in the lower fourteen.
  public let rawValue: UInt16

  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  public init(_ kind: Kind, _ index: Int) {
    rawValue = kind.rawValue &<< 14 | UInt16(truncatingIfNeeded: index) & 0x3FFF
  }

  @frozen
  public enum Kind: UInt16, Hashable, Sendable {
    /// A value with a definition.
    case attribute = 0
    /// An object with named members.
    case container = 1
    /// A linked array: a JSON array of objects, each of them a ``NodeRef/container``.
    case list = 2
  }

  @inlinable public var kind: Kind {
    switch rawValue &>> 14 {
    case 1: .container
    case 2: .list
    default: .attribute
    }
  }

  @inlinable var index: UInt16 { rawValue & 0x3FFF }

  /// The definition; meaningful for an attribute only.
  @inlinable public var attribute: AttributeID { AttributeID(rawValue: index) }
  /// The container, or for a list that of its items; meaningful for these two only.
  @inlinable public var container: ContainerID { ContainerID(rawValue: index) }
}

/// What stands at a place in some of the versions.
@frozen
public struct Variant: Hashable, Sendable {
  /// Where it holds, to be intersected with the versions of the way down; see ``VersionSet``.
  public let versions: VersionSet
  public let node: NodeRef

  @inlinable public init(versions: VersionSet, node: NodeRef) {
    self.versions = versions
    self.node = node
  }
}

/// What some trace types add to the layout (or to one of its subplots) under a name.
@frozen
public struct Contribution: Hashable, Sendable {
  /// The types, any one of which brings it.
  public let types: TraceTypeSet
  public let variant: Variant

  @inlinable public init(types: TraceTypeSet, variant: Variant) {
    self.types = types
    self.variant = variant
  }
}
