/// Memory that is filled from a descriptor and used again for the next file. It only ever grows.
///
/// Invariants: `memory` is this value's alone, from the system's allocator or empty, and lent only within calls; its first ``count``
/// bytes were written. What was never written takes no room, and large memory grows without being copied, where the system can: a
/// line of a gigabyte takes a gigabyte.
///
/// `@unchecked Sendable`, because nothing else refers to the memory.
@safe
struct ByteBuffer: ~Copyable, @unchecked Sendable {
  private var memory = unsafe UnsafeMutableRawBufferPointer(start: nil, count: 0)
  private(set) var count = 0

  init() {}

  /// A copy of some bytes.
  init(copying bytes: Span<UInt8>) throws(Platform.Failure) {
    try reserve(bytes.count)
    unsafe bytes.withUnsafeBytes { unsafe memory.copyMemory(from: $0) }
    count = bytes.count
  }

  deinit { unsafe Platform.discard(memory) }

  /// How many bytes can be read before the buffer has to grow.
  var room: Int { unsafe memory.count - count }

  mutating func removeAll() { count = 0 }

  /// Makes room for `minimum` more bytes, at least doubling the memory if it must grow.
  mutating func reserve(_ minimum: Int) throws(Platform.Failure) {
    guard room < minimum else { return }
    unsafe memory = try Platform.resize(memory, to: max(count + minimum, memory.count * 2))
  }

  /// Drops the first `dropped` bytes, which are there, and moves the rest to the front.
  mutating func removeFirst(_ dropped: Int) {
    unsafe memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[dropped..<count]))
    count -= dropped
  }

  /// Reads what there is, as far as there is room; the number of bytes, 0 at the end of the file.
  mutating func fill(from descriptor: Int32) throws(Platform.Failure) -> Int {
    let free = unsafe UnsafeMutableRawBufferPointer(rebasing: memory[count...])
    let read = unsafe try Platform.read(descriptor, into: free)
    count += read
    return read
  }

  /// The offset of the first `byte` among the bytes from `start` on, which is not beyond their end.
  func firstOffset(of byte: UInt8, from start: Int) -> Int? {
    unsafe Platform.firstOffset(of: byte, in: UnsafeRawBufferPointer(rebasing: memory[start..<count])).map {
      $0 + start
    }
  }

  /// - Precondition: `offset` is below ``count``; checked.
  subscript(_ offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count)
    return unsafe memory[offset]
  }

  /// Lends the bytes in `range`, which were read, to `body`.
  func withBytes<R, E: Error>(_ range: Range<Int>, _ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    precondition(range.upperBound <= count)
    let bytes = unsafe UnsafeRawBufferPointer(rebasing: memory[range])
    return try unsafe body(Span(_unsafeElements: bytes.assumingMemoryBound(to: UInt8.self)))
  }
}
