/// Something that is looked up by a hash.
protocol Hashed: AnyObject {
  var hash: UInt64 { get }
}

/// Entries by their hashes. A dictionary would do, but the first of its type in a process takes longer to set up than to word what
/// is wrong with a figure; a list of objects costs nothing like it.
struct HashedEntries<Entry: Hashed> {
  private(set) var count = 0
  /// A power of two, at most three quarters of them in use, or none at all. An entry is where its hash says, or behind it.
  private var slots: [Entry?] = []

  /// The entry with this hash that passes `test`.
  func first(_ hash: UInt64, where test: (Entry) -> Bool) -> Entry? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while let entry = slots[slot] {
      if entry.hash == hash, test(entry) { return entry }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds an entry; the caller has looked for an equal one.
  mutating func insert(_ entry: Entry) {
    if (count + 1) * 4 > slots.count * 3 { grow() }
    place(entry)
    count += 1
  }

  mutating func removeAll() {
    slots = []
    count = 0
  }

  private mutating func grow() {
    let entries = slots
    slots = Array(repeating: nil, count: max(16, entries.count * 2))
    for case let entry? in entries { place(entry) }
  }

  private mutating func place(_ entry: Entry) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entry.hash) & mask
    while slots[slot] != nil { slot = (slot + 1) & mask }
    slots[slot] = entry
  }
}
