/// The keys seen so far in each open object, to find those that come twice. A key that comes again is not kept again, so
/// that the same key a million times costs no more than a million keys.
///
/// Entries are a stack: those of the innermost object on top, told from others by the object's depth. Objects of up to
/// ``narrow`` keys are searched in order; wider ones through one hash table that all open objects share. O(1) a key on average,
/// and no allocation once the buffers have grown.
///
/// The table is probed linearly, from a place that the first bits of an entry's hash give. So its entries lie nearly in the order
/// of these hashes, and it grows from its beginning to its end and not all over memory.
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

    /// The first bits say where a search begins, all of them tell apart what it meets.
    var tag: UInt32 {
      UInt32(truncatingIfNeeded: ((hash ^ UInt64(truncatingIfNeeded: depth)) &* 0x9E37_79B9_7F4A_7C15) &>> 32)
    }
  }

  /// A place of the table. It holds the entry's tag besides, since a look at the entry itself is a cache miss in wide objects.
  private struct Slot: Equatable {
    /// 1 + index into `entries`, 0 where free.
    private let content: UInt32
    let tag: UInt32

    static var free: Slot { Slot(-1, 0) }
    var isFree: Bool { content == 0 }
    var index: Int { Int(content) &- 1 }

    init(_ index: Int, _ tag: UInt32) {
      content = UInt32(truncatingIfNeeded: index &+ 1)
      self.tag = tag
    }
  }

  /// The number of keys that is still searched in order.
  static let narrow = 16

  @usableFromInline var entries: [Entry] = []
  /// A power of two long.
  private var table: [Slot] = []
  private var tableUse = 0
  /// How many bits of a tag say nothing about where its search begins.
  private var tableShift: UInt32 = 0

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
    guard count >= KeyLog.narrow, entries[count - KeyLog.narrow].depth == depth else {
      return insertInOrder(entry)
    }
    if count == KeyLog.narrow || entries[count - KeyLog.narrow - 1].depth != depth {
      if let earlier = insertInOrder(entry) { return earlier }
      // The next key is one too many for a search in order.
      for index in count - KeyLog.narrow...count { addToTable(index) }
      return nil
    }
    makeRoom()
    let slot: Int
    switch search(for: entry) {
    case .found(let earlier): return earlier
    case .free(let place): slot = place
    }
    entries.append(entry)
    table[slot] = Slot(count, entry.tag)
    tableUse &+= 1
    return nil
  }

  private mutating func insertInOrder(_ entry: Entry) -> Int? {
    var index = entries.count &- 1
    while index >= 0, entries[index].depth == entry.depth {
      if entries[index].hash == entry.hash { return entries[index].offset }
      index &-= 1
    }
    entries.append(entry)
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

  // MARK: - Table

  /// What a search ends with.
  private enum Search {
    /// The offset of a key with the same hash in the same object.
    case found(Int)
    /// The slot that is the entry's.
    case free(Int)
  }

  /// The slot where a search for an entry begins.
  private func home(_ tag: UInt32) -> Int { Int(tag &>> tableShift) }

  private func slot(behind slot: Int) -> Int { (slot &+ 1) & (table.count &- 1) }

  private func search(for entry: Entry) -> Search {
    let tag = entry.tag
    var slot = home(tag)
    while !table[slot].isFree {
      if table[slot].tag == tag {
        let other = entries[table[slot].index]
        if other.depth == entry.depth, other.hash == entry.hash { return .found(other.offset) }
      }
      slot = self.slot(behind: slot)
    }
    return .free(slot)
  }

  /// Puts `entries[index]`, a key that its object does not have yet, into the table.
  private mutating func addToTable(_ index: Int) {
    makeRoom()
    put(Slot(index, entries[index].tag))
    tableUse &+= 1
  }

  private mutating func put(_ content: Slot) {
    var slot = home(content.tag)
    while !table[slot].isFree { slot = self.slot(behind: slot) }
    table[slot] = content
  }

  private mutating func removeFromTable(_ index: Int) {
    var hole = home(entries[index].tag)
    while table[hole].index != index {
      if table[hole].isFree { return }
      hole = slot(behind: hole)
    }
    // Whatever was kept from an earlier place by what goes now moves up: a search ends at the first free slot.
    var slot = self.slot(behind: hole)
    while !table[slot].isFree {
      let way = (slot &- home(table[slot].tag)) & (table.count &- 1)
      if way >= (slot &- hole) & (table.count &- 1) {
        table[hole] = table[slot]
        hole = slot
      }
      slot = self.slot(behind: slot)
    }
    table[hole] = .free
    tableUse &-= 1
  }

  /// Sees to it that half of the table is free with one more entry. Doubled, its entries keep their order.
  private mutating func makeRoom() {
    guard (tableUse &+ 1) &* 2 > table.count else { return }
    let old = table
    let count = max(64, old.count * 2)
    table = Array(repeating: .free, count: count)
    tableShift = UInt32(32 &- count.trailingZeroBitCount)
    for slot in old where !slot.isFree { put(slot) }
  }
}
