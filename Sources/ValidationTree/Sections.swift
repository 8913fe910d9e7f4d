/// Where the sections of a tree lie. Read once, when the tree is opened.
@frozen
@usableFromInline
struct Sections: Sendable {
  /// The first byte of a section and the number of its records.
  @frozen
  @usableFromInline
  struct Section: Sendable {
    @usableFromInline var start = 0
    @usableFromInline var count = 0
    @usableFromInline init(start: Int = 0, count: Int = 0) {
      self.start = start
      self.count = count
    }

    /// A record's first byte.
    @inlinable func record(_ index: Int, stride: Int) -> Int { start &+ index &* stride }
  }

  @usableFromInline var versions = Section()
  @usableFromInline var wordStarts = Section()
  @usableFromInline var wordText = Section()
  @usableFromInline var wordSlots = Section()
  @usableFromInline var versionSets = Section()
  @usableFromInline var containers = Section()
  @usableFromInline var edgeWords = Section()
  @usableFromInline var edgeTargets = Section()
  @usableFromInline var groups = Section()
  @usableFromInline var variants = Section()
  @usableFromInline var attributes = Section()
  @usableFromInline var valueLists = Section()
  @usableFromInline var elements = Section()
  @usableFromInline var numbers = Section()
  @usableFromInline var patterns = Section()
  @usableFromInline var programs = Section()
  @usableFromInline var textStarts = Section()
  @usableFromInline var texts = Section()
  @usableFromInline var itemLists = Section()
  @usableFromInline var items = Section()
  @usableFromInline var roots = Section()
  @usableFromInline var contributions = Section()
  @usableFromInline var contributionEntries = Section()

  /// No section at all.
  @usableFromInline init() {}

  /// Reads the table of sections; nil where one does not lie within the block.
  init?(_ bytes: TreeBytes) {
    guard bytes.count >= TreeFormat.headerLength else { return nil }
    for section in TreeFormat.Section.allCases {
      let entry = 24 + section.rawValue * 8
      let start = Int(bytes.u32(entry))
      let count = Int(bytes.u32(entry + 4))
      guard start >= TreeFormat.headerLength, start + count * section.stride <= bytes.count else { return nil }
      self[keyPath: Sections.member(section)] = Section(start: start, count: count)
    }
    // The slots are probed under a mask.
    guard wordSlots.count & (wordSlots.count - 1) == 0 else { return nil }
  }

  private static func member(_ section: TreeFormat.Section) -> WritableKeyPath<Sections, Section> {
    switch section {
    case .versions: \.versions
    case .wordStarts: \.wordStarts
    case .wordText: \.wordText
    case .wordSlots: \.wordSlots
    case .versionSets: \.versionSets
    case .containers: \.containers
    case .edgeWords: \.edgeWords
    case .edgeTargets: \.edgeTargets
    case .groups: \.groups
    case .variants: \.variants
    case .attributes: \.attributes
    case .valueLists: \.valueLists
    case .elements: \.elements
    case .numbers: \.numbers
    case .patterns: \.patterns
    case .programs: \.programs
    case .textStarts: \.textStarts
    case .texts: \.texts
    case .itemLists: \.itemLists
    case .items: \.items
    case .roots: \.roots
    case .contributions: \.contributions
    case .contributionEntries: \.contributionEntries
    }
  }
}
