/// Some of the plotly.js versions that a tree holds. Bit `i` stands for the tree's version `i`, oldest first.
///
/// Sets read from a tree may have bits for versions in which the container they belong to does not exist at all
/// (so that equal structures of different age share one place): intersect them with the versions one came down with.
@frozen
public struct VersionSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64

  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  // The operations of option sets again, so that other modules call these and not the generic ones.
  @inlinable public static var none: VersionSet { VersionSet(rawValue: 0) }
  @inlinable public var isEmpty: Bool { rawValue == 0 }
  @inlinable public func contains(_ other: VersionSet) -> Bool { rawValue & other.rawValue == other.rawValue }
  @inlinable public func isDisjoint(with other: VersionSet) -> Bool { rawValue & other.rawValue == 0 }
  @inlinable public func intersection(_ other: VersionSet) -> VersionSet {
    VersionSet(rawValue: rawValue & other.rawValue)
  }
  @inlinable public func union(_ other: VersionSet) -> VersionSet { VersionSet(rawValue: rawValue | other.rawValue) }
  @inlinable public func subtracting(_ other: VersionSet) -> VersionSet {
    VersionSet(rawValue: rawValue & ~other.rawValue)
  }
  @inlinable public mutating func formUnion(_ other: VersionSet) { self = union(other) }
  @inlinable public mutating func formIntersection(_ other: VersionSet) { self = intersection(other) }
  @inlinable public mutating func subtract(_ other: VersionSet) { self = subtracting(other) }

  /// Only version `index` (0-based, below 64).
  @inlinable public init(version index: Int) { self.init(rawValue: 1 &<< UInt64(truncatingIfNeeded: index)) }

  /// The first `count` versions, at most 64.
  @inlinable public init(first count: Int) {
    self.init(rawValue: count >= 64 ? ~0 : (1 &<< UInt64(truncatingIfNeeded: max(count, 0))) &- 1)
  }

  /// Every bit, also those without a version: how a tree says "wherever the container exists".
  @inlinable public static var everywhere: VersionSet { VersionSet(rawValue: ~0) }

  /// How many versions there are.
  @inlinable public var count: Int { rawValue.nonzeroBitCount }

  /// The index of the newest version, or nil for no version.
  @inlinable public var newest: Int? { rawValue == 0 ? nil : 63 &- rawValue.leadingZeroBitCount }

  /// The index of the oldest version, or nil for no version.
  @inlinable public var oldest: Int? { rawValue == 0 ? nil : rawValue.trailingZeroBitCount }
}

/// Some trace types. Bit `i` stands for edge `i` of the tree's `traces` container.
@frozen
public struct TraceTypeSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64

  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  /// Only the type with this ordinal (0-based, below 64): ``ValidationTree/ordinal(of:in:)`` of its edge.
  @inlinable public init(ordinal: Int) { self.init(rawValue: 1 &<< UInt64(truncatingIfNeeded: ordinal)) }

  // As in ``VersionSet``.
  @inlinable public func contains(_ other: TraceTypeSet) -> Bool { rawValue & other.rawValue == other.rawValue }
  @inlinable public mutating func formUnion(_ other: TraceTypeSet) {
    self = TraceTypeSet(rawValue: rawValue | other.rawValue)
  }

  /// Whether the type with this ordinal is among them.
  @inlinable public func contains(ordinal: Int) -> Bool { contains(TraceTypeSet(ordinal: ordinal)) }
}

/// Facts about one plotly.js version that no single attribute tells.
@frozen
public struct VersionTraits: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Colours follow the grammar of plotly.js 4.0 and later; without it, that of tinycolor.
  @inlinable public static var modernColours: VersionTraits { VersionTraits(rawValue: 1 << 0) }
  /// Typed arrays `{"dtype", "bdata"}` are decoded (plotly.js 2.28.0 and later).
  @inlinable public static var typedArrays: VersionTraits { VersionTraits(rawValue: 1 << 1) }
  /// Traces may have `transforms` (up to 2.x).
  @inlinable public static var transforms: VersionTraits { VersionTraits(rawValue: 1 << 2) }

  /// How colours are read.
  @inlinable public var colourGrammar: ColourGrammar { contains(.modernColours) ? .modern : .tinycolor }
}

/// Which texts are colours.
@frozen
public enum ColourGrammar: Hashable, Sendable {
  /// What tinycolor took: plotly.js before 4.0.
  case tinycolor
  /// What plotly.js 4.0 and later take.
  case modern
}
