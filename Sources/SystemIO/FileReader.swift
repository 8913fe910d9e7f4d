/// Reads whole files, one after the other, into memory that is used again.
///
/// Plain files of at least ``mappingThreshold`` bytes, if not told otherwise, are mapped (see ``MappedFile`` for what that means
/// if somebody cuts them meanwhile), also when they are standard input; pipes, devices and all smaller files are read, which is
/// faster for them. A mapped file needs no memory beyond what the reader keeps of it; what comes through a pipe is held as a whole.
package struct FileReader: ~Copyable {
  /// Size in bytes from which on a plain file is mapped.
  package static let mappingThreshold = 1 << 20

  private var buffer = ByteBuffer()
  private var mapped: MappedFile?

  private let mappingThreshold: Int

  /// - Parameter mappingFrom: Size in bytes from which on a plain file is mapped. Where only one file is read, there is no memory to
  ///   use again, and a smaller one is better mapped.
  package init(mappingFrom threshold: Int = FileReader.mappingThreshold) { mappingThreshold = threshold }

  /// Reads the file at `path`, in place of what was read before. A plain file is read as far as it was long when opened.
  ///
  /// `path` is always a path: `-` is a file of that name.
  ///
  /// - Throws: ``FileError``; the reader then holds no bytes.
  package mutating func read(_ path: String) throws(FileError) {
    clear()
    let descriptor = try Descriptor(reading: path)
    do throws(Platform.Failure) {
      try readAll(descriptor.number)
    } catch {
      clear()
      throw FileError(.read, path, error)
    }
  }

  /// Reads standard input to its end, in place of what was read before.
  package mutating func readStandardInput() throws(FileError) {
    clear()
    do throws(Platform.Failure) {
      // Only a file that nobody has read from yet can be taken from its beginning.
      if Platform.position(ofDescriptor: 0) == 0 { try readAll(0) } else { try readAll(0, expecting: 0) }
    } catch {
      clear()
      throw FileError(.read, "standard input", error)
    }
  }

  /// Lends the bytes last read to `body`, and if they are those of a mapped file, its pages.
  package borrowing func withBytes<R, E: Error>(_ body: (Span<UInt8>, FilePages?) throws(E) -> R) throws(E) -> R {
    switch mapped {
    case .some(let file): try file.withBytes { bytes throws(E) in try body(bytes, file.pages) }
    case .none: try buffer.withBytes(0..<buffer.count) { bytes throws(E) in try body(bytes, nil) }
    }
  }

  /// Lends the bytes last read to `body`.
  package borrowing func withBytes<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    try withBytes { bytes, _ throws(E) in try body(bytes) }
  }

  /// Maps or reads what a descriptor that has not been read from stands for.
  private mutating func readAll(_ descriptor: Int32) throws(Platform.Failure) {
    let status = try Platform.status(ofDescriptor: descriptor)
    switch status.kind {
    case .regular where status.size >= mappingThreshold:
      mapped = try MappedFile(descriptor, count: status.size)
    case .regular: try readAll(descriptor, expecting: status.size)
    default: try readAll(descriptor, expecting: 0)
    }
  }

  /// Reads to the end, or to `expected` bytes if that is not 0. Some plain files say 0 and yet hold something: those of /proc.
  private mutating func readAll(_ descriptor: Int32, expecting expected: Int) throws(Platform.Failure) {
    try buffer.reserve(expected > 0 ? expected : 1 << 16)
    while try buffer.fill(from: descriptor) > 0 {
      if buffer.count == expected { return }
      try buffer.reserve(1)
    }
  }

  private mutating func clear() {
    buffer.removeAll()
    mapped = nil
  }
}
