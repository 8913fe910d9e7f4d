/// How a tree lies in memory.
///
///     0   magic "figltree"
///     8   u32 format version
///     12  u32 length of the whole block
///     16  u64 hash of bytes 24 to the end
///     24  a table of sections: u32 offset, u32 number of records
///     …   the sections, each at a multiple of 8
///
/// All integers are little-endian. References between sections are indices of records. The numbers of ``Section``
/// are the order of the table.
@frozen
public enum TreeFormat {
  @inlinable public static var magic: UInt64 { 0x6565_7274_6C67_6966 }  // "figltree", first byte lowest
  @inlinable public static var version: UInt32 { 1 }
  /// Where the hashed part begins.
  @inlinable public static var hashedFrom: Int { 24 }
  @inlinable public static var headerLength: Int { 24 + Section.allCases.count * 8 }

  /// More than these the references cannot tell.
  public static let maxVersions = 64
  public static let maxTraceTypes = 64
  public static let maxNodes = 0x3FFF
  public static let maxWords = 0x3FFF
  public static let maxReferences = 0xFFFE

  public enum Section: Int, CaseIterable, Sendable {
    /// u16 text of the name, u16 traits. Oldest version first.
    case versions
    /// u32 where the word's text begins; one more for the end of the last.
    case wordStarts
    /// The words' bytes.
    case wordText
    /// u32: 0 for an empty slot, else hash bits 48–63 above, word + 1 below. The number of slots is a power of two.
    /// A word's first slot is its hash's lowest bits.
    case wordSlots
    /// u64 bit sets.
    case versionSets
    /// u32 first edge, u16 number of edges, u16 facts (bit 0: a subplot object).
    case containers
    /// u16 words, ascending within a container.
    case edgeWords
    /// u16 targets, parallel to the words: a node, or with both upper bits set the index of a group of variants.
    case edgeTargets
    /// u32 first variant; one more for the end of the last.
    case groups
    /// u16 version set, u16 node.
    case variants
    /// ``AttributeDefinition``.
    case attributes
    /// u32 first element, u16 number of elements, u16 number of words among them, u16 number of numbers, u16 facts
    /// (bit 0: holds a pattern).
    case valueLists
    /// u16 each: the elements of a list in the schema's order, then its words in ascending order, then its numbers in
    /// ascending order. The upper two bits: 0 word, 1 number, 2 pattern, 3 literal (0 false, 1 true, 2 null).
    case elements
    /// f64, ascending.
    case numbers
    /// u16 kind, u16 text of the source, u32 first byte of the program, u32 length of the program.
    case patterns
    /// The patterns' programs; see ``Pattern``.
    case programs
    /// u32 where the text begins; one more for the end of the last.
    case textStarts
    /// Defaults as JSON, version names, sources of patterns.
    case texts
    /// u32 first item, u16 number of items, u16 facts (bit 0: the row is one definition).
    case itemLists
    /// u16 attributes; in a list of rows, item lists.
    case items
    /// u16 containers: layout, frame, config, traces, transforms, animation.
    case roots
    /// u16 subplot (0xFFFF: the layout itself), u16 word, u32 first entry, u32 number of entries; ascending.
    case contributions
    /// u64 trace types, u16 version set, u16 node, u32 spare.
    case contributionEntries

    /// Bytes in a record.
    public var stride: Int {
      switch self {
      case .wordText, .programs, .texts: 1
      case .edgeWords, .edgeTargets, .elements, .items, .roots: 2
      case .versions, .wordStarts, .wordSlots, .groups, .variants, .textStarts: 4
      case .versionSets, .containers, .numbers, .itemLists: 8
      case .valueLists, .patterns, .contributions: 12
      case .contributionEntries: 16
      case .attributes: AttributeDefinition.stride
      }
    }
  }
}

/// Why a block is no tree that can be used.
public enum TreeError: Error, Hashable, Sendable {
  /// It does not begin like a tree.
  case badMagic
  /// It is a tree in another format.
  case otherFormat(UInt32)
  /// It is shorter than it says, or its sections do not lie within it.
  case truncated
  /// Its content is not what was written.
  case badHash
}
