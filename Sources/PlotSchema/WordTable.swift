package import JSONCore

/// Texts, each one once, numbered in the order in which they came. Their bytes lie together: no allocation for each text.
package struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text begins, and where the last one ends.
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  /// The first eight bytes of each text, the first one highest: decides nearly every comparison.
  private var prefixes: [UInt64] = []
  /// Open addressing: 0, or a text's number + 1. The count is a power of two, at least twice that of the texts.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  package init() {}

  package var count: Int { hashes.count }
  package var indices: Range<Int> { hashes.indices }

  // MARK: - Numbers of texts

  /// The number of the text in `range` of `input`, which is added if it is new. O(length).
  package mutating func intern(_ input: InputBytes, _ range: Range<Int>) -> Int {
    intern(KeyHash(input, range).value, input, range)
  }

  package mutating func intern(_ text: [UInt8]) -> Int {
    text.withInputBytes { intern($0, 0..<$0.count) }
  }

  package mutating func intern(_ text: String) -> Int { intern(Array(text.utf8)) }

  /// The number of text `index` of another table, which is added if it is new. O(length).
  package mutating func intern(_ index: Int, of other: WordTable) -> Int {
    other.bytes.withInputBytes { intern(other.hashes[index], $0, other.range(index)) }
  }

  /// The number of a text that may not be there. O(length).
  package func find(_ input: InputBytes, _ range: Range<Int>) -> Int? {
    let slot = slot(KeyHash(input, range).value, input, range)
    return slots[slot] == 0 ? nil : Int(slots[slot]) - 1
  }

  package func find(_ text: [UInt8]) -> Int? {
    text.withInputBytes { find($0, 0..<$0.count) }
  }

  private mutating func intern(_ hash: UInt64, _ input: InputBytes, _ range: Range<Int>) -> Int {
    let slot = slot(hash, input, range)
    if slots[slot] != 0 { return Int(slots[slot]) - 1 }
    input.append(range, to: &bytes)
    starts.append(bytes.count)
    hashes.append(hash)
    prefixes.append(WordTable.prefix(input, range))
    slots[slot] = UInt32(truncatingIfNeeded: hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  /// The slot of a text: one that is empty if the text is not there.
  private func slot(_ hash: UInt64, _ input: InputBytes, _ range: Range<Int>) -> Int {
    bytes.withInputBytes { own in
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let index = Int(slots[slot]) - 1
        if hashes[index] == hash, own.equals(self.range(index), range, of: input) { break }
        slot = (slot + 1) & (slots.count - 1)
      }
      return slot
    }
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(truncatingIfNeeded: index + 1)
    }
  }

  // MARK: - Texts of numbers

  /// The bytes of a text.
  ///
  /// - Precondition: `index < count`.
  package func utf8(_ index: Int) -> ArraySlice<UInt8> { bytes[range(index)] }

  /// A text.
  ///
  /// - Precondition: `index < count`.
  package func text(_ index: Int) -> String { String(decoding: utf8(index), as: UTF8.self) }

  /// Whether text `a` comes before text `b`, byte for byte.
  package func precedes(_ a: Int, _ b: Int) -> Bool {
    guard prefixes[a] == prefixes[b] else { return prefixes[a] < prefixes[b] }
    return a != b && utf8(a).lexicographicallyPrecedes(utf8(b))
  }

  private static func prefix(_ input: InputBytes, _ range: Range<Int>) -> UInt64 {
    var prefix: UInt64 = 0
    for i in 0..<8 { prefix = prefix << 8 | (i < range.count ? UInt64(input[range.lowerBound + i]) : 0) }
    return prefix
  }

  private func range(_ index: Int) -> Range<Int> { starts[index]..<starts[index + 1] }
}
