/// Indices of what is kept elsewhere, by hashes, probed linearly.
struct HashSlots {
  /// An index + 1 where its hash says, or behind it; 0 for none. A power of two, never full, or none at all.
  private var slots: [Int] = []

  init() {}

  /// - Parameter capacity: how many indices there is room for, at least.
  init(capacity: Int) {
    let count = max(capacity + capacity / 3, 8)
    slots = Array(repeating: 0, count: 1 << (Int.bitWidth - count.leadingZeroBitCount))
  }

  /// Whether so many fill no more than three quarters.
  func hasRoom(for count: Int) -> Bool { count * 4 <= slots.count * 3 }

  /// The first index with this hash, and perhaps others, that passes `test`.
  func first(_ hash: UInt64, where test: (Int) -> Bool) -> Int? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] > 0 {
      if test(slots[slot] - 1) { return slots[slot] - 1 }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds an index; there must be room.
  mutating func insert(_ index: Int, _ hash: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] > 0 { slot = (slot + 1) & mask }
    slots[slot] = index + 1
  }
}
