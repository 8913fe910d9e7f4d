/// Something that is looked up by a hash.
protocol Hashed: AnyObject {
  var hash: UInt64 { get }
}

/// Entries by their hashes. A dictionary would do, but the first of its type in a process takes longer to set up than to word what
/// is wrong with a figure; a list of objects costs nothing like it.
struct HashedEntries<Entry: Hashed> {
  private var entries: [Entry] = []
  /// The index of an entry + 1 where its hash says, or behind it; 0 for none. A power of two, at most three quarters of them in use,
  /// or none at all.
  private var slots: [Int] = []

  var count: Int { entries.count }

  /// The entry with this hash that passes `test`.
  func first(_ hash: UInt64, where test: (Entry) -> Bool) -> Entry? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] > 0 {
      let entry = entries[slots[slot] - 1]
      if entry.hash == hash, test(entry) { return entry }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds an entry; the caller has looked for an equal one.
  mutating func insert(_ entry: Entry) {
    entries.append(entry)
    if count * 4 > slots.count * 3 {
      slots = Array(repeating: 0, count: max(16, slots.count * 2))
      for index in entries.indices { place(index) }
    } else {
      place(count - 1)
    }
  }

  mutating func removeAll() {
    entries = []
    slots = []
  }

  private mutating func place(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entries[index].hash) & mask
    while slots[slot] > 0 { slot = (slot + 1) & mask }
    slots[slot] = index + 1
  }
}
