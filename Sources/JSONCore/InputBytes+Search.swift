/// Looking for bytes and words, sixteen places a step.
extension InputBytes {
  /// How many bytes in `range` begin a character (Unicode scalar): do not have the form 10xxxxxx. O(length), 64 bytes of
  /// ASCII a step.
  package func scalarCount(in range: Range<Int>) -> Int {
    var count = 0
    var offset = range.lowerBound
    while offset &+ 8 <= range.upperBound, let word = word(at: offset) {
      if offset &+ 64 <= range.upperBound, let quad = quad(at: offset), quad.isASCII {
        count &+= 64
        offset &+= 64
        continue
      }
      let others = word & (~word &<< 1) & 0x8080_8080_8080_8080
      // The multiplication adds up the flags.
      count &+= 8 &- Int(truncatingIfNeeded: ((others &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
      offset &+= 8
    }
    while offset < range.upperBound {
      if self[offset] & 0xC0 != 0x80 { count &+= 1 }
      offset &+= 1
    }
    return count
  }

  /// The first offset in `range` at which `byte` stands. O(distance).
  public func firstOffset(of byte: UInt8, in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<count)
    var i = range.lowerBound
    while i &+ 16 <= range.upperBound, let block = block(at: i) {
      let found = block.equal(to: byte)
      if found != 0 { return i &+ found.trailingZeroBitCount }
      i &+= 16
    }
    while i < range.upperBound {
      if self[i] == byte { return i }
      i &+= 1
    }
    return nil
  }

  /// The first offset in `range` at which `text` stands whole, whatever the case of its letters. O(distance).
  ///
  /// - Parameter text: ASCII, not empty; its letters lower-case, and neither its first nor its last byte a byte that differs from
  ///   another one by 0x20 alone, unless they are letters.
  public func firstOffset(ofAnyCase text: StaticString, in range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<count)
    let length = text.utf8CodeUnitCount
    let (first, last) = unsafe (text.utf8Start[0], text.utf8Start[length - 1])
    var i = range.lowerBound
    // Where the first and the last byte are right, the rest is looked at.
    while i &+ length &+ 15 <= range.upperBound, let begin = block(at: i), let end = block(at: i &+ length &- 1) {
      var found = begin.lowercased.equal(to: first) & end.lowercased.equal(to: last)
      while found != 0 {
        let offset = i &+ found.trailingZeroBitCount
        if equalsAnyCase(offset..<offset &+ length, text) { return offset }
        found &= found &- 1
      }
      i &+= 16
    }
    while i &+ length <= range.upperBound {
      if equalsAnyCase(i..<i &+ length, text) { return i }
      i &+= 1
    }
    return nil
  }

  /// Whether the bytes in `range` are those of `text`, whose letters are lower-case, whatever the case of letters here.
  public func equalsAnyCase(_ range: Range<Int>, _ text: StaticString) -> Bool {
    guard range.count == text.utf8CodeUnitCount, range.lowerBound >= 0, range.upperBound <= count else { return false }
    for i in 0..<range.count {
      let byte = self[range.lowerBound &+ i]
      let lower = 0x41...0x5A ~= byte ? byte | 0x20 : byte
      if unsafe lower != text.utf8Start[i] { return false }
    }
    return true
  }
}
