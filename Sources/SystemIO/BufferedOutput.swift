/// Writes to a stream in large pieces.
///
/// What is still in the buffer when the value goes is lost: end with ``flush()``, which reports what went wrong.
package struct BufferedOutput: ~Copyable {
  /// How many bytes are collected before they are written.
  package static let bufferSize = 1 << 16

  private let descriptor: Int32
  private let name: String
  private var buffer: [UInt8] = []

  package static var standardOutput: BufferedOutput { BufferedOutput(1, name: "standard output") }
  package static var standardError: BufferedOutput { BufferedOutput(2, name: "standard error") }

  /// Writes to a descriptor that somebody else closes.
  ///
  /// - Parameter name: What errors call the stream.
  init(_ descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
  }

  /// Whether the stream is a terminal.
  package var isTerminal: Bool { Platform.isTerminal(descriptor) }

  /// - Throws: ``FileError``; with the reason ``FileError/Reason/readerWentAway`` end quietly, since nobody listens any more.
  package mutating func write(_ bytes: Span<UInt8>) throws(FileError) {
    if bytes.isEmpty { return }
    if buffer.count + bytes.count > Self.bufferSize { try flush() }
    guard bytes.count < Self.bufferSize else { return try writeAll(bytes) }
    buffer.append(bytes)
  }

  package mutating func write(_ bytes: [UInt8]) throws(FileError) { try write(bytes.span) }

  package mutating func write(_ text: String) throws(FileError) {
    if buffer.count + text.utf8.count > Self.bufferSize { try flush() }
    buffer.append(contentsOf: text.utf8)
  }

  /// Writes what was collected.
  package mutating func flush() throws(FileError) {
    defer { buffer.removeAll(keepingCapacity: true) }
    try writeAll(buffer.span)
  }

  private func writeAll(_ bytes: Span<UInt8>) throws(FileError) {
    var rest = bytes
    while !rest.isEmpty {
      do throws(Platform.Failure) {
        rest = rest.extracting(droppingFirst: try Platform.write(descriptor, rest))
      } catch {
        throw FileError(.write, name, error)
      }
    }
  }
}
