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
  init(_ descriptor: Int32, count: Int) throws(Platform.Failure) {
    unsafe memory = try Platform.map(descriptor, count: count)
  }

  deinit { unsafe Platform.unmap(memory) }

  /// The pages, for as long as the value lives.
  var pages: FilePages { unsafe FilePages(memory) }

  /// Lends the bytes to `body`.
  func withBytes<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    try unsafe body(Span(_unsafeElements: memory.assumingMemoryBound(to: UInt8.self)))
  }
}

/// The pages of a mapped file: what of it is in memory can be dropped while it is being read.
///
/// Invariant: used only within the ``FileReader/withBytes(_:)`` that lent it, which keeps the file mapped. Dropped pages come back
/// unchanged from the file when they are read again, because they are never written.
@safe
package struct FilePages: @unchecked Sendable {  // an address and a size, and a call that any thread may make
  /// The kernel maps this much around a page that is read. Pages are dropped in such blocks, so that what is behind the last one
  /// does not bring back the one before it.
  private static let blockSize = 1 << 16

  private let memory: UnsafeRawBufferPointer

  fileprivate init(_ memory: UnsafeRawBufferPointer) { unsafe self.memory = memory }

  /// Drops from memory the bytes in `range` (0-based), cut to what there is, down to whole blocks at both ends: of ranges that
  /// follow each other, nothing but the end of the last is left.
  package func drop(_ range: Range<Int>) {
    let lower = max(0, range.lowerBound) & ~(Self.blockSize - 1)
    let upper = unsafe min(range.upperBound, memory.count) & ~(Self.blockSize - 1)
    guard lower < upper else { return }
    unsafe Platform.drop(UnsafeRawBufferPointer(rebasing: memory[lower..<upper]))
  }
}
