/// Something that is looked up by a hash.
protocol Hashed: AnyObject {
  var hash: UInt64 { get }
}

/// Entries by their hashes. A dictionary would do, but the first of its type in a process takes longer to set up than to word what
/// is wrong with a figure; a list of objects costs nothing like it.
struct HashedEntries<Entry: Hashed> {
  private var entries: [Entry] = []
  private var slots = HashSlots()

  var count: Int { entries.count }

  /// The entry with this hash that passes `test`.
  func first(_ hash: UInt64, where test: (Entry) -> Bool) -> Entry? {
    slots.first(hash) { entries[$0].hash == hash && test(entries[$0]) }.map { entries[$0] }
  }

  /// Adds an entry; the caller has looked for an equal one.
  mutating func insert(_ entry: Entry) {
    entries.append(entry)
    if slots.hasRoom(for: count) {
      slots.insert(count - 1, entry.hash)
    } else {
      slots = HashSlots(capacity: count * 2)
      for index in entries.indices { slots.insert(index, entries[index].hash) }
    }
  }

  mutating func removeAll() {
    entries = []
    slots = HashSlots()
  }
}
