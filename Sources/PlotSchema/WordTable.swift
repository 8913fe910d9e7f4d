package import JSONCore

/// Texts, each one once, numbered in the order in which they came. Their bytes lie together: no allocation for each text.
package struct WordTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text begins, and where the last one ends.
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Open addressing: 0, or a text's number + 1. The count is a power of two, at least twice that of the texts.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  package init() {}

  package var count: Int { hashes.count }

  /// The number of the text in `range` of `input`, which is added if it is new. O(length).
  package mutating func intern(_ input: InputBytes, _ range: Range<Int>) -> Int {
    let hash = KeyHash(input, range).value
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, isText(index, input, range) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    bytes.reserveCapacity(bytes.count + range.count)
    for i in range { bytes.append(input[i]) }
    starts.append(bytes.count)
    hashes.append(hash)
    slots[slot] = UInt32(hashes.count)
    if hashes.count * 2 > slots.count { grow() }
    return hashes.count - 1
  }

  package mutating func intern(_ text: [UInt8]) -> Int {
    text.withInputBytes { intern($0, 0..<$0.count) }
  }

  package mutating func intern(_ text: String) -> Int { intern(Array(text.utf8)) }

  /// The number of a text that may not be there.
  package func find(_ text: [UInt8]) -> Int? {
    text.withInputBytes { input in
      let hash = KeyHash(input, 0..<input.count).value
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 {
        let index = Int(slots[slot]) - 1
        if hashes[index] == hash, isText(index, input, 0..<input.count) { return index }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  /// The bytes of a text.
  ///
  /// - Precondition: `index < count`.
  package func utf8(_ index: Int) -> ArraySlice<UInt8> { bytes[starts[index]..<starts[index + 1]] }

  /// A text.
  ///
  /// - Precondition: `index < count`.
  package func text(_ index: Int) -> String { String(decoding: utf8(index), as: UTF8.self) }

  /// Whether text `a` comes before text `b`, byte for byte.
  package func precedes(_ a: Int, _ b: Int) -> Bool { a != b && utf8(a).lexicographicallyPrecedes(utf8(b)) }

  private func isText(_ index: Int, _ input: InputBytes, _ range: Range<Int>) -> Bool {
    let start = starts[index]
    guard starts[index + 1] - start == range.count else { return false }
    for i in 0..<range.count where bytes[start + i] != input[range.lowerBound + i] { return false }
    return true
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = UInt32(index + 1)
    }
  }
}
