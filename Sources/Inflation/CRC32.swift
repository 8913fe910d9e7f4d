/// The checksum of gzip (RFC 1952, section 8): CRC-32 with the reversed polynomial EDB88320.
struct CRC32 {
  /// `tables[k][b]`: what byte `b` with `k` bytes behind it adds.
  private let tables: [UInt32]

  /// Makes the tables: some thousand steps.
  init() {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 0 ? value >> 1 : value >> 1 ^ 0xEDB8_8320 }
      tables[byte] = value
    }
    for index in 256..<8 * 256 {
      let shorter = tables[index - 256]
      tables[index] = shorter >> 8 ^ tables[Int(shorter & 0xFF)]
    }
    self.tables = tables
  }

  /// The checksum of `bytes`. O(length), eight bytes a step.
  func checksum(of bytes: Span<UInt8>) -> UInt32 {
    var value: UInt32 = .max
    var offset = 0
    let tables = tables.span
    while bytes.count - offset >= 8 {
      var next: UInt32 = 0
      for k in 0..<4 {
        let byte = UInt32(bytes[offset + k]) ^ (value >> (8 * UInt32(k)) & 0xFF)
        next ^= tables[(7 - k) * 256 + Int(byte)]
      }
      for k in 4..<8 { next ^= tables[(7 - k) * 256 + Int(bytes[offset + k])] }
      value = next
      offset += 8
    }
    while offset < bytes.count {
      value = value >> 8 ^ tables[Int((value ^ UInt32(bytes[offset])) & 0xFF)]
      offset += 1
    }
    return ~value
  }
}
