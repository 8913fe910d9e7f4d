/// What stands before and behind the compressed data of a gzip member (RFC 1952, section 2.3).
enum GzipHeader {
  private static let hasChecksum: UInt8 = 2
  private static let hasExtra: UInt8 = 4
  private static let hasName: UInt8 = 8
  private static let hasComment: UInt8 = 16
  private static let reserved: UInt8 = 0xE0

  /// Where the compressed data of the member at `start` begin.
  static func end(_ data: Span<UInt8>, at start: Int) throws(InflateError) -> Int {
    guard data.count - start >= 2 else { throw .truncated }
    guard data[start] == 0x1F, data[start + 1] == 0x8B else { throw .notGzip }
    guard data.count - start >= 10 else { throw .truncated }
    let flags = data[start + 3]
    guard data[start + 2] == 8, flags & reserved == 0 else { throw .unsupported }
    var position = start + 10
    if flags & hasExtra != 0 {
      guard data.count - position >= 2 else { throw .truncated }
      position += 2 + Int(data[position]) + Int(data[position + 1]) << 8
    }
    for flag in [hasName, hasComment] where flags & flag != 0 {
      while position < data.count, data[position] != 0 { position += 1 }
      position += 1
    }
    if flags & hasChecksum != 0 { position += 2 }
    guard position <= data.count else { throw .truncated }
    return position
  }

  /// The little-endian number of four bytes at `offset`.
  static func number(_ data: Span<UInt8>, at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(data[offset + $1]) << (8 * UInt32($1)) }
  }
}
