/// The bytes of a file, mapped into memory.
///
/// Invariant: `memory` is mapped from ``init(_:count:)`` to the end of the value's life, and lent only within
/// ``withBytes(_:)``.
///
/// Nothing keeps others from changing the file meanwhile. If they write, the bytes change under the reader, who must not
/// rely on reading the same twice; if they cut it, reading beyond the new end kills the process with SIGBUS.
/// That is why only plain, large files are mapped, where it pays.
@safe
struct MappedFile: ~Copyable {
  private let memory: UnsafeRawBufferPointer

  /// Maps the first `count` bytes, at least one, of a file that has as many.
  init(_ descriptor: borrowing Descriptor, count: Int) throws(Platform.Failure) {
    unsafe memory = try Platform.map(descriptor.number, count: count)
  }

  deinit { unsafe Platform.unmap(memory) }

  /// Lends the bytes to `body`.
  func withBytes<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    try unsafe body(Span(_unsafeElements: memory.assumingMemoryBound(to: UInt8.self)))
  }
}
