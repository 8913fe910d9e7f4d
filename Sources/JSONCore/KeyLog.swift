/// The keys seen so far in each open object, to find those that come twice.
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
  }

  /// The number of keys that is still searched in order.
  static let narrow = 16

  @usableFromInline var entries: [Entry] = []
  /// 1 + index into `entries`, 0 where free. A power of two long.
  private var table: [UInt32] = []
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
    if count >= KeyLog.narrow, entries[count - KeyLog.narrow].depth == depth {
      // The object has reached the width of the table with its last key, or before.
      if count == KeyLog.narrow || entries[count - KeyLog.narrow - 1].depth != depth {
        for index in count - KeyLog.narrow..<count { _ = addToTable(index) }
      }
      entries.append(entry)
      return addToTable(count)
    }
    var index = count &- 1
    var earlier: Int?
    while index >= 0, entries[index].depth == depth {
      if entries[index].hash == hash.value { earlier = entries[index].offset }
      index &-= 1
    }
    entries.append(entry)
    return earlier
  }

  @usableFromInline mutating func removeEntries(atDepth depth: Int) {
    var mark = entries.count
    while mark > 0, entries[mark - 1].depth >= depth { mark -= 1 }
    if entries.count - mark > KeyLog.narrow {
      for index in stride(from: entries.count - 1, through: mark, by: -1) { removeFromTable(index) }
    }
    entries.removeLast(entries.count - mark)
  }

  /// The slot where a search for an entry begins.
  private func home(_ entry: Entry) -> Int {
    let mixed = (entry.hash ^ UInt64(truncatingIfNeeded: entry.depth)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (table.count &- 1)
  }

  /// Puts `entries[index]` into the table; returns the offset of the earliest key of its object with its hash.
  private mutating func addToTable(_ index: Int) -> Int? {
    if (tableUse &+ 1) &* 2 > table.count { growTable() }
    let entry = entries[index]
    var earlier: Int?
    var slot = home(entry)
    while table[slot] != 0 {
      let other = entries[Int(table[slot]) &- 1]
      if earlier == nil, other.depth == entry.depth, other.hash == entry.hash { earlier = other.offset }
      slot = (slot &+ 1) & (table.count &- 1)
    }
    table[slot] = UInt32(truncatingIfNeeded: index &+ 1)
    tableUse &+= 1
    return earlier
  }

  private mutating func removeFromTable(_ index: Int) {
    var slot = home(entries[index])
    let content = UInt32(truncatingIfNeeded: index &+ 1)
    while table[slot] != content {
      if table[slot] == 0 { return }
      slot = (slot &+ 1) & (table.count &- 1)
    }
    table[slot] = 0
    tableUse &-= 1
  }

  /// Doubles the table and enters again, oldest first, what is in it.
  private mutating func growTable() {
    let held = table.filter { $0 != 0 }.sorted()
    table = Array(repeating: 0, count: max(64, table.count * 2))
    for content in held {
      var slot = home(entries[Int(content) - 1])
      while table[slot] != 0 { slot = (slot &+ 1) & (table.count &- 1) }
      table[slot] = content
    }
  }
}
