/// The keys seen so far in each open object, to find those that come twice.
///
/// Objects of up to ``narrow`` keys are searched in order; wider ones through one hash table that all open objects
/// share. Entries leave the table in the reverse order of their coming, so that linear probing needs no
/// tombstones. O(1) a key on average, and no allocation once the buffers have grown.
package struct KeyLog: Sendable {
  struct Entry {
    let hash: UInt64
    /// 0-based byte of the key's opening quote.
    let offset: Int
  }

  /// The number of keys that is still searched in order.
  static let narrow = 16

  private var entries: [Entry] = []
  /// Where each open object's entries begin.
  private var marks: [Int] = []
  /// 1 + index into `entries`, 0 where free. A power of two long.
  private var table: [UInt32] = []
  private var tableUse = 0

  package init() {}

  package mutating func openObject() { marks.append(entries.count) }

  package mutating func closeObject() {
    guard let mark = marks.popLast() else { return }
    if entries.count &- mark > KeyLog.narrow {
      for index in stride(from: entries.count - 1, through: mark, by: -1) { removeFromTable(index, mark) }
    }
    entries.removeLast(entries.count &- mark)
  }

  /// Forgets all, for the next input.
  package mutating func reset() {
    entries.removeAll(keepingCapacity: true)
    marks.removeAll(keepingCapacity: true)
    for index in table.indices { table[index] = 0 }
    tableUse = 0
  }

  /// Adds a key of the innermost object; returns the offset of an earlier one with this hash, if any.
  package mutating func insert(_ hash: KeyHash, at offset: Int) -> Int? {
    let mark = marks.last ?? 0
    let count = entries.count &- mark
    let entry = Entry(hash: hash.value, offset: offset)
    if count < KeyLog.narrow {
      var index = mark
      while index < entries.count {
        if entries[index].hash == hash.value {
          entries.append(entry)
          return entries[index].offset
        }
        index &+= 1
      }
      entries.append(entry)
      return nil
    }
    if count == KeyLog.narrow {
      for index in mark..<entries.count { _ = addToTable(index, mark) }
    }
    entries.append(entry)
    return addToTable(entries.count - 1, mark)
  }

  /// The slot where a search for an entry of the object at `mark` begins.
  private func home(_ hash: UInt64, _ mark: Int) -> Int {
    let mixed = (hash ^ UInt64(truncatingIfNeeded: mark)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (table.count &- 1)
  }

  /// Puts `entries[index]` into the table; returns the offset of an earlier key of the object with its hash.
  private mutating func addToTable(_ index: Int, _ mark: Int) -> Int? {
    if (tableUse &+ 1) &* 2 > table.count { growTable() }
    let hash = entries[index].hash
    var earlier: Int?
    var slot = home(hash, mark)
    while table[slot] != 0 {
      let other = Int(table[slot]) &- 1
      if earlier == nil, other >= mark, entries[other].hash == hash { earlier = entries[other].offset }
      slot = (slot &+ 1) & (table.count &- 1)
    }
    table[slot] = UInt32(truncatingIfNeeded: index &+ 1)
    tableUse &+= 1
    return earlier
  }

  private mutating func removeFromTable(_ index: Int, _ mark: Int) {
    var slot = home(entries[index].hash, mark)
    let content = UInt32(truncatingIfNeeded: index &+ 1)
    while table[slot] != content {
      if table[slot] == 0 { return }
      slot = (slot &+ 1) & (table.count &- 1)
    }
    table[slot] = 0
    tableUse &-= 1
  }

  /// Doubles the table and enters again, oldest first, what the open wide objects have in it.
  private mutating func growTable() {
    let old = table
    var held = old.filter { $0 != 0 }
    held.sort()
    table = Array(repeating: 0, count: max(64, old.count * 2))
    var object = 0
    for content in held {
      let index = Int(content) - 1
      while object + 1 < marks.count, marks[object + 1] <= index { object += 1 }
      var slot = home(entries[index].hash, marks[object])
      while table[slot] != 0 { slot = (slot &+ 1) & (table.count &- 1) }
      table[slot] = content
    }
  }
}
