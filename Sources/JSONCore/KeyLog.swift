/// The keys seen so far in each open object, to find those that come twice. A key that comes again is not kept again, so
/// that the same key a million times costs no more than a million keys.
///
/// Entries are a stack: those of the innermost object on top, told from others by the object's depth. Objects of up to
/// ``narrow`` keys are searched in order; wider ones through one hash table that all open objects share. Entries leave the
/// table in the reverse order of their coming, so that linear probing needs no tombstones. O(1) a key on average, and no
/// allocation once the buffers have grown.
@usableFromInline
struct KeyLog: Sendable {
  /// A key of an open object.
  @usableFromInline
  struct Entry: Sendable {
    let hash: UInt64
    /// 0-based byte of the key's opening quote.
    let offset: Int
    /// How deep its object is nested.
    @usableFromInline let depth: Int

    /// The upper half says where a search begins, the lower one tells apart what begins there.
    var mixed: UInt64 { (hash ^ UInt64(truncatingIfNeeded: depth)) &* 0x9E37_79B9_7F4A_7C15 }
  }

  /// A place of the table. It holds a part of the entry's hash besides, since a look at the entry itself is a cache miss in
  /// wide objects.
  private struct Slot: Equatable {
    /// 1 + index into `entries`, 0 where free.
    let content: UInt32
    let tag: UInt32

    static var free: Slot { Slot(content: 0, tag: 0) }
    var isFree: Bool { content == 0 }
    var index: Int { Int(content) &- 1 }

    private init(content: UInt32, tag: UInt32) {
      self.content = content
      self.tag = tag
    }

    init(_ index: Int, _ entry: Entry) {
      self.init(content: UInt32(truncatingIfNeeded: index &+ 1), tag: Slot.tag(entry))
    }

    static func tag(_ entry: Entry) -> UInt32 { UInt32(truncatingIfNeeded: entry.mixed) }
  }

  /// The number of keys that is still searched in order.
  static let narrow = 16

  @usableFromInline var entries: [Entry] = []
  /// A power of two long.
  private var table: [Slot] = []
  private var tableUse = 0

  init() {}

  /// Forgets the keys of the innermost object, which is at `depth`.
  @inlinable mutating func closeObject(atDepth depth: Int) {
    guard let last = entries.last, last.depth >= depth else { return }
    removeEntries(atDepth: depth)
  }

  /// Adds a key of the innermost object, which is at `depth`; returns the offset of an earlier one with this hash, if any.
  mutating func insert(_ hash: KeyHash, at offset: Int, depth: Int) -> Int? {
    let entry = Entry(hash: hash.value, offset: offset, depth: depth)
    let count = entries.count
    let isWide = count >= KeyLog.narrow && entries[count - KeyLog.narrow].depth == depth
    let isInTable = isWide && count > KeyLog.narrow && entries[count - KeyLog.narrow - 1].depth == depth
    if isInTable {
      if let earlier = find(entry) { return earlier }
    } else {
      var index = count &- 1
      while index >= 0, entries[index].depth == depth {
        if entries[index].hash == hash.value { return entries[index].offset }
        index &-= 1
      }
      // The next key is one too many for a search in order.
      if isWide { for index in count - KeyLog.narrow..<count { addToTable(index) } }
    }
    entries.append(entry)
    if isWide { addToTable(count) }
    return nil
  }

  @usableFromInline mutating func removeEntries(atDepth depth: Int) {
    var mark = entries.count
    while mark > 0, entries[mark - 1].depth >= depth { mark -= 1 }
    let count = entries.count - mark
    if count > KeyLog.narrow {
      if tableUse == count, table.count / 8 <= count {
        // Nothing else is in the table, and it is no larger than that: emptied in order, and not key by key all over it.
        for slot in table.indices { table[slot] = .free }
        tableUse = 0
      } else {
        for index in stride(from: entries.count - 1, through: mark, by: -1) { removeFromTable(index) }
      }
    }
    entries.removeLast(count)
  }

  /// The slot where a search for an entry begins.
  private func home(_ entry: Entry) -> Int {
    Int(truncatingIfNeeded: entry.mixed >> 32) & (table.count &- 1)
  }

  /// The offset of the key of `entry`, if its object has it already; the object's keys are in the table.
  private func find(_ entry: Entry) -> Int? {
    let tag = Slot.tag(entry)
    var slot = home(entry)
    while !table[slot].isFree {
      if table[slot].tag == tag {
        let other = entries[table[slot].index]
        if other.depth == entry.depth, other.hash == entry.hash { return other.offset }
      }
      slot = (slot &+ 1) & (table.count &- 1)
    }
    return nil
  }

  /// Puts `entries[index]`, a key that its object does not have yet, into the table.
  private mutating func addToTable(_ index: Int) {
    if (tableUse &+ 1) &* 2 > table.count { growTable() }
    put(index)
    tableUse &+= 1
  }

  private mutating func put(_ index: Int) {
    let entry = entries[index]
    var slot = home(entry)
    while !table[slot].isFree { slot = (slot &+ 1) & (table.count &- 1) }
    table[slot] = Slot(index, entry)
  }

  private mutating func removeFromTable(_ index: Int) {
    var slot = home(entries[index])
    while table[slot].index != index {
      if table[slot].isFree { return }
      slot = (slot &+ 1) & (table.count &- 1)
    }
    table[slot] = .free
    tableUse &-= 1
  }

  /// Doubles the table and enters again, oldest first, what is in it.
  private mutating func growTable() {
    var isHeld = Array(repeating: false, count: entries.count)
    for slot in table where !slot.isFree { isHeld[slot.index] = true }
    table = Array(repeating: .free, count: max(64, table.count * 2))
    for index in entries.indices where isHeld[index] { put(index) }
  }
}
