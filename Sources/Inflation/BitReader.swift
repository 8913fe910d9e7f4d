/// Reads bits of some bytes, the lowest of each byte first (RFC 1951, section 3.1.1). Whoever calls it gives the same bytes each time.
struct BitReader {
  /// The next byte to take.
  private var next: Int
  /// Bits that were taken and not read, the first one lowest, with zeros above.
  private(set) var bits: UInt64 = 0
  private(set) var count = 0

  init(from offset: Int) { next = offset }

  /// The byte that the next bit is in.
  var offset: Int { next - count / 8 }

  /// Takes bytes until there are at least 56 bits or the bytes end.
  @inline(__always) mutating func refill(_ bytes: Span<UInt8>) {
    while count <= 56, next < bytes.count {
      bits |= UInt64(bytes[next]) &<< UInt64(truncatingIfNeeded: count)
      next &+= 1
      count &+= 8
    }
  }

  /// Passes bits that are there; false if there are fewer.
  @inline(__always) mutating func pass(_ length: Int) -> Bool {
    guard length <= count else { return false }
    bits &>>= UInt64(truncatingIfNeeded: length)
    count &-= length
    return true
  }

  /// The next `length` bits, at most 16, as a number; nil if there are fewer.
  @inline(__always) mutating func read(_ length: Int) -> Int? {
    let value = Int(truncatingIfNeeded: bits & (1 &<< UInt64(truncatingIfNeeded: length) &- 1))
    return pass(length) ? value : nil
  }

  /// Passes the rest of the byte that was begun.
  mutating func alignToByte() { _ = pass(count % 8) }

  /// Goes on at a byte.
  mutating func jump(to offset: Int) { self = BitReader(from: offset) }
}
