public import JSONCore

/// The memory of one tree. Every read is checked against its length: what lies outside reads as 0.
///
/// Invariant: `base` points to `count` bytes that are readable and unchanged for as long as `owner` lives, or for ever
/// where there is no owner. Only the two initialisers make one, and each holds that.
@safe
public struct TreeBytes: @unchecked Sendable {  // immutable memory, kept alive by the owner
  @usableFromInline let base: UnsafeRawPointer
  @usableFromInline let count: Int
  @usableFromInline let owner: TreeMemory?

  /// Wraps memory that lives as long as the process.
  @unsafe
  init(immortal memory: UnsafeRawBufferPointer) {
    unsafe base = memory.baseAddress ?? UnsafeRawPointer(bitPattern: 1).unsafelyUnwrapped
    count = memory.count
    owner = nil
  }

  /// Copies the bytes.
  init(copying bytes: [UInt8]) {
    let memory = TreeMemory(bytes)
    unsafe base = UnsafeRawPointer(memory.address)
    count = bytes.count
    owner = memory
  }

  /// The whole memory as an input, valid as long as `self` is kept.
  @inlinable public var input: InputBytes { unsafe InputBytes(UnsafeRawBufferPointer(start: base, count: count)) }

  @inlinable public func byte(_ offset: Int) -> UInt8 {
    guard UInt(bitPattern: offset) < UInt(bitPattern: count) else { return 0 }
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  @inlinable @inline(__always) public func u16(_ offset: Int) -> UInt16 {
    guard offset >= 0, offset <= count &- 2 else { return 0 }
    return unsafe UInt16(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  @inlinable @inline(__always) public func u32(_ offset: Int) -> UInt32 {
    guard offset >= 0, offset <= count &- 4 else { return 0 }
    return unsafe UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inlinable @inline(__always) public func u64(_ offset: Int) -> UInt64 {
    guard offset >= 0, offset <= count &- 8 else { return 0 }
    return unsafe UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}

/// Owns the copy of a tree that is not embedded.
@safe
@usableFromInline
final class TreeMemory: @unchecked Sendable {  // written in `init` only
  let address: UnsafeMutableRawPointer

  init(_ bytes: [UInt8]) {
    unsafe address = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 8)
    unsafe bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { unsafe address.copyMemory(from: start, byteCount: source.count) }
    }
  }

  deinit { unsafe address.deallocate() }
}
