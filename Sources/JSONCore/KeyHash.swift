/// The hash of an attribute name: that of its bytes, the same in every process and on every machine, because
/// compiled trees hold tables made with it.
///
/// Names are short, so a name of up to 16 bytes is two words and one folded multiplication.
@frozen
public struct KeyHash: Hashable, Sendable {
  public let value: UInt64
  @inlinable public init(value: UInt64) { self.value = value }

  /// Hashes the bytes in `range`, which lies within `bytes`. O(length).
  @inlinable public init(_ bytes: InputBytes, _ range: Range<Int>) {
    var start = range.lowerBound
    var left = range.count
    var state = UInt64(truncatingIfNeeded: left) &* 0x9E37_79B9_7F4A_7C15
    while left > 16 {
      state = KeyHash.fold(
        KeyHash.load(bytes, start, 8) ^ state, KeyHash.load(bytes, start &+ 8, 8) ^ 0xA076_1D64_78BD_642F)
      start &+= 16
      left &-= 16
    }
    let low = KeyHash.load(bytes, start, min(left, 8))
    let high = left > 8 ? KeyHash.load(bytes, start &+ 8, left &- 8) : 0
    value = KeyHash.last(low, high, state)
  }

  /// Hashes a name of up to 16 bytes: the first eight of them, first one lowest, the others, zeros above.
  @inlinable init(low: UInt64, high: UInt64, length: Int) {
    value = KeyHash.last(low, high, UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15)
  }

  @inlinable @inline(__always) static func last(_ low: UInt64, _ high: UInt64, _ state: UInt64) -> UInt64 {
    fold(low ^ state ^ 0xE703_7ED1_A0B4_28DB, high ^ 0x8EBC_6AF0_9C88_C6E3 ^ state)
  }

  /// Hashes a name that is at hand as text. O(length).
  public init(_ name: String) {
    self = name.utf8.span.withInputBytes { KeyHash($0, 0..<$0.count) }
  }

  /// The product of both, its high half folded onto its low one.
  @inlinable @inline(__always) static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let product = a.multipliedFullWidth(by: b)
    return product.high ^ product.low
  }

  /// Up to eight bytes from `offset` on, the first one lowest, zeros above.
  @inlinable @inline(__always) static func load(_ bytes: InputBytes, _ offset: Int, _ length: Int) -> UInt64 {
    if let word = bytes.word(at: offset) {
      return length >= 8 ? word : word & ((1 &<< (UInt64(truncatingIfNeeded: length) &* 8)) &- 1)
    }
    var word: UInt64 = 0
    for i in 0..<length { word |= UInt64(bytes[offset &+ i]) &<< (8 &* UInt64(truncatingIfNeeded: i)) }
    return word
  }
}
