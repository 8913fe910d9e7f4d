/// Turns byte offsets of one input into lines and columns, for findings only.
///
/// A line ends with LF or CR LF, as editors and compilers count; a CR alone is a character of its line. Both bytes of
/// CR LF are at the same column, that behind the last character. A byte-order mark is a character. In text that is no
/// UTF-8, every byte that does not continue a sequence counts as one scalar.
///
/// The index remembers the position of the first byte of every kilobyte that it has seen, of larger blocks in a large text. So a
/// lookup reads at most a block apart from bytes that none before it had reached, offsets may come in any order, and one line of
/// 100 MB costs no more than many short ones. Memory: at most 1 MB.
package struct LineIndex: Sendable {
  package let bytes: InputBytes
  /// The position of byte `i * blockSize`, for the blocks reached so far.
  private var blockStarts = [LineColumn(line: 1, column: 1)]
  /// What was found last: the next place is often a little behind it.
  private var last = (offset: 0, position: LineColumn(line: 1, column: 1))
  private let blockSize: Int
  private var progress: ReadingProgress

  package init(_ bytes: InputBytes) {
    self.bytes = bytes
    blockSize = max(1024, bytes.count >> 16)
    progress = ReadingProgress(bytes, from: 0)
  }

  /// The position of the byte at `offset` (0-based); the end of the input for an offset behind it.
  ///
  /// - Complexity: O(M + N) for M lookups of which the furthest is at byte N.
  package mutating func position(of offset: Int) -> LineColumn {
    let offset = min(max(offset, 0), bytes.count)
    let block = offset / blockSize
    while blockStarts.count <= block {
      let known = blockStarts.count - 1
      let start = known * blockSize
      blockStarts.append(position(behind: start..<start + blockSize, from: blockStarts[known]))
      progress.reach(start, of: bytes)
    }
    var start = (offset: block * blockSize, position: blockStarts[block])
    if start.offset..<offset + 1 ~= last.offset { start = last }
    var position = position(behind: start.offset..<offset, from: start.position)
    last = (offset, position)
    if offset > 0, bytes[offset] == UInt8(ascii: "\n"), bytes[offset - 1] == UInt8(ascii: "\r") { position.column -= 1 }
    return position
  }

  /// The position behind the bytes of `range`, the first of which is at `start`.
  private func position(behind range: Range<Int>, from start: LineColumn) -> LineColumn {
    var position = start
    var offset = range.lowerBound
    while offset &+ 64 <= range.upperBound, let quad = bytes.quad(at: offset), quad.isASCII {
      position.advance(overASCII: quad.mask(of: UInt8(ascii: "\n")))
      offset &+= 64
    }
    while offset &+ 8 <= range.upperBound, let word = bytes.word(at: offset) {
      position.advance(over: word)
      offset &+= 8
    }
    while offset < range.upperBound {
      position.advance(over: bytes[offset])
      offset &+= 1
    }
    return position
  }
}

/// A place in a text. 1-based; columns count Unicode scalars.
package struct LineColumn: Hashable, Sendable {
  package var line: Int
  package var column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Moves over one byte.
  fileprivate mutating func advance(over byte: UInt8) {
    if byte == UInt8(ascii: "\n") {
      line &+= 1
      column = 1
    } else if byte & 0xC0 != 0x80 {
      column &+= 1
    }
  }

  /// Moves over sixty-four bytes of ASCII, of which `lineFeeds` has a bit for each LF.
  fileprivate mutating func advance(overASCII lineFeeds: UInt64) {
    guard lineFeeds != 0 else {
      column &+= 64
      return
    }
    line &+= lineFeeds.nonzeroBitCount
    column = 1 &+ lineFeeds.leadingZeroBitCount
  }

  /// Moves over eight bytes, the first one lowest.
  ///
  /// Flags are the high bits of bytes: `lineFeeds` of those equal to LF, `scalars` of those that do not have the form
  /// 10xxxxxx and so begin a scalar.
  fileprivate mutating func advance(over word: UInt64) {
    let highBits: UInt64 = 0x8080_8080_8080_8080
    let difference = word ^ 0x0A0A_0A0A_0A0A_0A0A
    // No carry leaves a byte, so that the flags are exact: ((d & 0x7F) + 0x7F) | d has its high bit clear for d = 0 only.
    let lineFeeds = ~(((difference & ~highBits) &+ ~highBits) | difference) & highBits
    let scalars = ~(word & (~word &<< 1)) & highBits
    guard lineFeeds != 0 else {
      column &+= Self.count(scalars)
      return
    }
    line &+= Self.count(lineFeeds)
    // The last line feed's flag is the highest bit of its byte: what is above it belongs to the new line.
    let above = UInt64.max << (64 - lineFeeds.leadingZeroBitCount)
    column = 1 &+ Self.count(scalars & above)
  }

  /// The number of flags in `flags`. Plain x86-64 has no instruction to count bits; this is a multiplication.
  private static func count(_ flags: UInt64) -> Int {
    Int(truncatingIfNeeded: ((flags &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
  }
}
