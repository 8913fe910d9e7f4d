/// Text that is shown as it stands and takes a column a byte: the bytes 0x20 to 0x7E. Nearly all text is of this kind,
/// and what is known to be needs no look at its characters.
package enum PrintableASCII {
  /// The first offset of `range` whose byte is of another kind; the end of `range` where there is none. O(length), 8
  /// bytes a step.
  package static func end(_ bytes: InputBytes, _ range: Range<Int>) -> Int {
    var offset = range.lowerBound
    while range.upperBound &- offset >= 8, let word = bytes.word(at: offset) {
      let others = others(in: word)
      if others != 0 { return offset &+ others.trailingZeroBitCount &>> 3 }
      offset &+= 8
    }
    while offset < range.upperBound, isMember(bytes[offset]) { offset &+= 1 }
    return offset
  }

  /// The first offset from which on all bytes of `range` are of this kind: its end where the last one is not.
  package static func start(_ bytes: InputBytes, _ range: Range<Int>) -> Int {
    var offset = range.upperBound
    while offset &- range.lowerBound >= 8, let word = bytes.word(at: offset &- 8) {
      let others = others(in: word)
      if others != 0 { return offset &- others.leadingZeroBitCount &>> 3 }
      offset &-= 8
    }
    while offset > range.lowerBound, isMember(bytes[offset &- 1]) { offset &-= 1 }
    return offset
  }

  /// Whether all of `text` is of this kind. O(length).
  package static func holds(_ text: String) -> Bool { holds(text.utf8.span) }

  /// Whether all of `bytes` are of this kind. O(length).
  package static func holds(_ bytes: Span<UInt8>) -> Bool {
    bytes.withInputBytes { end($0, 0..<$0.count) == $0.count }
  }

  @inline(__always) private static func isMember(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F }

  /// The high bits of the bytes of `word` that are of another kind.
  @inline(__always) private static func others(in word: UInt64) -> UInt64 {
    let high: UInt64 = 0x8080_8080_8080_8080
    // No sum leaves its byte. From 0x20 on the first has its high bit set, for 0x7F the second.
    let low = word & ~high
    let isVisible = low &+ 0x6060_6060_6060_6060
    let isDelete = low &+ 0x0101_0101_0101_0101
    return (word | ~isVisible | isDelete) & high
  }
}
