/// Where the sections of a tree lie: a view of the table in its header, so that a tree is no more than its memory and
/// opening one takes no time.
@frozen
package struct Sections {
  /// The first byte of a section and the number of its records.
  @frozen
  package struct Section: Sendable {
    package let start: Int
    package let count: Int

    @inlinable package init(start: Int, count: Int) {
      self.start = start
      self.count = count
    }

    /// A record's first byte.
    @inlinable package func record(_ index: Int, stride: Int) -> Int { start &+ index &* stride }
  }

  package let bytes: TreeBytes

  @inlinable package init(_ bytes: TreeBytes) { self.bytes = bytes }

  /// The section with this number: the raw value of its ``TreeFormat/Section``.
  @inlinable @inline(__always) package func section(_ number: Int) -> Section {
    let entry = 24 &+ number &* 8
    return Section(start: Int(bytes.u32(entry)), count: Int(bytes.u32(entry &+ 4)))
  }

  @inlinable package var versions: Section { section(0) }
  @inlinable package var wordStarts: Section { section(1) }
  @inlinable package var wordText: Section { section(2) }
  @inlinable package var wordSlots: Section { section(3) }
  @inlinable package var versionSets: Section { section(4) }
  @inlinable package var containers: Section { section(5) }
  @inlinable package var edgeWords: Section { section(6) }
  @inlinable package var edgeTargets: Section { section(7) }
  @inlinable package var groups: Section { section(8) }
  @inlinable package var variants: Section { section(9) }
  @inlinable package var attributes: Section { section(10) }
  @inlinable package var valueLists: Section { section(11) }
  @inlinable package var elements: Section { section(12) }
  @inlinable package var numbers: Section { section(13) }
  @inlinable package var patterns: Section { section(14) }
  @inlinable package var programs: Section { section(15) }
  @inlinable package var textStarts: Section { section(16) }
  @inlinable package var texts: Section { section(17) }
  @inlinable package var itemLists: Section { section(18) }
  @inlinable package var items: Section { section(19) }
  @inlinable package var roots: Section { section(20) }
  @inlinable package var contributions: Section { section(21) }
  @inlinable package var contributionEntries: Section { section(22) }

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
