/// Reads lines of any length, holding no more than the longest of them and a piece of what follows.
///
/// A line ends with LF or CR LF, which are no part of it; the last may end with the file. What has arrived is handed
/// out before more is waited for, so a program at the other end of a pipe gets its answer at once.
package struct LineReader: ~Copyable {
  /// How many bytes are asked for at a time.
  private static let pieceSize = 1 << 16

  private let descriptor: Descriptor?
  private let name: String
  private var buffer = ByteBuffer()
  /// The current line in the buffer, and where the next one starts.
  private var line = 0..<0
  private var nextStart = 0
  /// From where on no newline was looked for yet.
  private var unsearched = 0
  private var isAtEnd = false
  /// Bytes that came before those in the buffer.
  private var dropped = 0
  /// The number of the current line, 1-based; 0 before the first.
  package private(set) var number = 0

  /// Reads standard input.
  package init() {
    descriptor = nil
    name = "standard input"
  }

  /// Reads the file at `path`.
  package init(_ path: String) throws(FileError) {
    descriptor = try Descriptor(reading: path)
    name = path
  }

  /// Reads text that is at hand, as if it were that of a file.
  package init(_ text: Span<UInt8>, named name: String) throws(FileError) {
    descriptor = nil
    self.name = name
    isAtEnd = true
    do throws(Platform.Failure) {
      buffer = try ByteBuffer(copying: text)
    } catch {
      throw FileError(.read, name, error)
    }
  }

  init(owning descriptor: consuming Descriptor) {
    self.descriptor = consume descriptor
    name = "pipe"
  }

  /// Goes on to the next line; false when there is none.
  ///
  /// - Complexity: O(length of the line), however it arrives.
  package mutating func advance() throws(FileError) -> Bool {
    while true {
      if let end = buffer.firstOffset(of: UInt8(ascii: "\n"), from: unsearched) {
        let hasReturn = end > nextStart && buffer[end - 1] == UInt8(ascii: "\r")
        take(nextStart..<(hasReturn ? end - 1 : end), next: end + 1)
        return true
      }
      unsearched = buffer.count
      if isAtEnd {
        guard nextStart < buffer.count else { return false }
        take(nextStart..<buffer.count, next: buffer.count)
        return true
      }
      try readMore()
    }
  }

  /// Where the current line begins in the input: 0-based bytes.
  package var offset: Int { dropped + line.lowerBound }

  /// How many bytes the current line has.
  package var length: Int { line.count }

  /// Whether the next line is there already, so that going on to it will not wait.
  package var hasBufferedLine: Bool { buffer.firstOffset(of: UInt8(ascii: "\n"), from: nextStart) != nil }

  /// Lends the current line to `body`.
  package borrowing func withLine<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    try buffer.withBytes(line, body)
  }

  /// Whether the text begins with these bytes. To be asked before the first line; waits for no more bytes than it takes to tell.
  package mutating func begins(with bytes: [UInt8]) throws(FileError) -> Bool {
    for (offset, byte) in bytes.enumerated() {
      while buffer.count <= offset {
        if isAtEnd { return false }
        try readMore()
      }
      if buffer[offset] != byte { return false }
    }
    return true
  }

  /// Goes on to the end: all that was not read as lines.
  package mutating func takeRest() throws(FileError) -> DetachedText {
    while !isAtEnd { try readMore() }
    line = nextStart..<buffer.count
    nextStart = buffer.count
    return try detachLine()
  }

  /// Hands out the current line together with the memory that it lies in: for one so long that a copy would be dear.
  package mutating func detachLine() throws(FileError) -> DetachedText {
    do throws(Platform.Failure) {
      var rest = ByteBuffer()
      try buffer.withBytes(nextStart..<buffer.count) { bytes throws(Platform.Failure) in
        rest = try ByteBuffer(copying: bytes)
      }
      swap(&rest, &buffer)
      let text = DetachedText(rest, line)
      dropped += nextStart
      (line, nextStart, unsearched) = (0..<0, 0, 0)
      return text
    } catch {
      throw FileError(.read, name, error)
    }
  }

  private mutating func take(_ range: Range<Int>, next: Int) {
    line = range
    nextStart = next
    unsearched = next
    number += 1
  }

  private mutating func readMore() throws(FileError) {
    // Moving to the front pays only when the room is used up, and then moves less than one line.
    if buffer.room == 0, nextStart > 0 {
      buffer.removeFirst(nextStart)
      dropped += nextStart
      unsearched -= nextStart
      nextStart = 0
      line = 0..<0
    }
    do throws(Platform.Failure) {
      try buffer.reserve(buffer.room == 0 ? Self.pieceSize : 1)
      isAtEnd = try buffer.fill(from: descriptorNumber) == 0
    } catch {
      throw FileError(.read, name, error)
    }
  }

  private var descriptorNumber: Int32 {
    switch descriptor {
    case .some(let descriptor): descriptor.number
    case .none: 0
    }
  }
}

/// Text of a ``LineReader`` that has the memory to itself.
package final class DetachedText: Sendable {
  private let buffer: ByteBuffer
  private let range: Range<Int>

  fileprivate init(_ buffer: consuming ByteBuffer, _ range: Range<Int>) {
    self.buffer = buffer
    self.range = range
  }

  /// Lends it to `body`.
  package func withBytes<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    try buffer.withBytes(range, body)
  }
}
