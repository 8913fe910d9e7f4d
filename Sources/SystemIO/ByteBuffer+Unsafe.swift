/// Memory that is filled from a descriptor and used again for the next file. It only ever grows.
struct ByteBuffer {
  /// As many bytes as there is room for; only the first `count` were read.
  private var storage: [UInt8] = []
  private(set) var count = 0

  /// How many bytes can be read before the buffer has to grow.
  var room: Int { storage.count - count }

  mutating func removeAll() { count = 0 }

  /// Makes room for `minimum` more bytes, at least doubling the memory if it must grow.
  mutating func reserve(_ minimum: Int) {
    guard room < minimum else { return }
    let needed = max(count + minimum, storage.count * 2)
    storage.append(contentsOf: repeatElement(0, count: needed - storage.count))
  }

  /// Drops the first `dropped` bytes, which are there, and moves the rest to the front.
  mutating func removeFirst(_ dropped: Int) {
    unsafe storage.withUnsafeMutableBytes { memory in
      unsafe memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[dropped..<count]))
    }
    count -= dropped
  }

  /// Reads what there is, as far as there is room; the number of bytes, 0 at the end of the file.
  mutating func fill(from descriptor: Int32) throws(Platform.Failure) -> Int {
    let start = count
    var span = storage.mutableSpan
    let read = try unsafe span.withUnsafeMutableBytes { memory throws(Platform.Failure) in
      try unsafe Platform.read(descriptor, into: UnsafeMutableRawBufferPointer(rebasing: memory[start...]))
    }
    count += read
    return read
  }

  /// The offset of the first `byte` among the bytes from `start` on, which is not beyond their end.
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    unsafe storage.withUnsafeBytes { memory in
      unsafe Platform.firstOffset(of: byte, in: UnsafeRawBufferPointer(rebasing: memory[start..<count]))
    }.map { $0 + start }
  }

  subscript(_ offset: Int) -> UInt8 { storage[offset] }

  /// Lends the bytes in `range`, which were read, to `body`.
  func withBytes<R, E: Error>(_ range: Range<Int>, _ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    try body(storage.span.extracting(range))
  }
}
