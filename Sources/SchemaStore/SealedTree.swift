import JSONCore
import ValidationTree

/// A compiled tree as a file of the cache.
///
///     0   magic "figcache"
///     8   u32 version of this envelope
///     12  u32 length of the tree in bytes
///     16  u64 u64 the key under which it is kept
///     32  the tree, which has a format version of its own: ``TreeFormat``
///     …   u64 hash of all bytes before
///
/// Integers are little-endian. The key is inside as well, so that a file under the name of another is noticed.
enum SealedTree {
  private static let magic: UInt64 = 0x6568_6361_6367_6966  // "figcache", first byte lowest
  private static let version: UInt32 = 1
  private static let headerLength = 32

  /// The bytes of the file that keeps a tree.
  static func seal(_ tree: ValidationTree, under key: ContentKey) -> [UInt8] {
    let block = tree.block
    var bytes: [UInt8] = []
    bytes.reserveCapacity(headerLength + block.count + 8)
    bytes.append(littleEndian: magic)
    bytes.append(littleEndian: version)
    bytes.append(littleEndian: UInt32(truncatingIfNeeded: block.count))
    bytes.append(littleEndian: key.high)
    bytes.append(littleEndian: key.low)
    bytes += block
    bytes.append(littleEndian: hash(bytes, count: bytes.count))
    return bytes
  }

  /// The tree in a file; nil where the file is not what was written, or not in the form of today.
  static func open(_ bytes: [UInt8], under key: ContentKey) -> ValidationTree? {
    let end = bytes.count - 8
    guard end >= headerLength else { return nil }
    let isSound = bytes.withInputBytes { input in
      input.word(at: 0) == magic && input.halfWord(at: 8) == version
        && input.halfWord(at: 12).map { Int($0) } == end - headerLength && input.word(at: 16) == key.high
        && input.word(at: 24) == key.low && input.word(at: end) == hash(bytes, count: end)
    }
    guard isSound else { return nil }
    return try? ValidationTree(copying: Array(bytes[headerLength..<end]))
  }

  private static func hash(_ bytes: [UInt8], count: Int) -> UInt64 {
    bytes.withInputBytes { KeyHash($0, 0..<count).value }
  }
}

extension [UInt8] {
  fileprivate mutating func append(littleEndian value: some FixedWidthInteger) {
    for shift in stride(from: 0, to: value.bitWidth, by: 8) { append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
}
