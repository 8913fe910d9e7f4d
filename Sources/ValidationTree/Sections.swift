/// Where the sections of a tree lie: a view of the table in its header, so that a tree is no more than its memory and
/// opening one takes no time.
@frozen
public struct Sections {
  /// The first byte of a section and the number of its records.
  @frozen
  public struct Section: Sendable {
    public let start: Int
    public let count: Int

    @inlinable public init(start: Int, count: Int) {
      self.start = start
      self.count = count
    }

    /// A record's first byte.
    @inlinable public func record(_ index: Int, stride: Int) -> Int { start &+ index &* stride }
  }

  public let bytes: TreeBytes

  @inlinable public init(_ bytes: TreeBytes) { self.bytes = bytes }

  /// The section with this number: the raw value of its ``TreeFormat/Section``.
  @inlinable @inline(__always) public func section(_ number: Int) -> Section {
    let entry = 24 &+ number &* 8
    return Section(start: Int(bytes.u32(entry)), count: Int(bytes.u32(entry &+ 4)))
  }

  @inlinable public var versions: Section { section(0) }
  @inlinable public var wordStarts: Section { section(1) }
  @inlinable public var wordText: Section { section(2) }
  @inlinable public var wordSlots: Section { section(3) }
  @inlinable public var versionSets: Section { section(4) }
  @inlinable public var containers: Section { section(5) }
  @inlinable public var edgeWords: Section { section(6) }
  @inlinable public var edgeTargets: Section { section(7) }
  @inlinable public var groups: Section { section(8) }
  @inlinable public var variants: Section { section(9) }
  @inlinable public var attributes: Section { section(10) }
  @inlinable public var valueLists: Section { section(11) }
  @inlinable public var elements: Section { section(12) }
  @inlinable public var numbers: Section { section(13) }
  @inlinable public var patterns: Section { section(14) }
  @inlinable public var programs: Section { section(15) }
  @inlinable public var textStarts: Section { section(16) }
  @inlinable public var texts: Section { section(17) }
  @inlinable public var itemLists: Section { section(18) }
  @inlinable public var items: Section { section(19) }
  @inlinable public var roots: Section { section(20) }
  @inlinable public var contributions: Section { section(21) }
  @inlinable public var contributionEntries: Section { section(22) }

  /// Whether every section lies within the block. Trees that are opened have passed this.
  var areSound: Bool {
    guard bytes.count >= TreeFormat.headerLength else { return false }
    for section in TreeFormat.Section.allCases {
      let found = self.section(section.rawValue)
      guard found.start >= TreeFormat.headerLength, found.start + found.count * section.stride <= bytes.count else {
        return false
      }
    }
    // The slots are probed under a mask.
    return wordSlots.count & (wordSlots.count - 1) == 0
  }
}
