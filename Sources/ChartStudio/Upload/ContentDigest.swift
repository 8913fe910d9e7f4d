/// A fingerprint of some bytes: FNV-1a in 128 bits (Fowler, Noll, Vo; public domain). It tells contents apart and protects nothing.
enum ContentDigest {
  /// 32 digits. O(length).
  static func hexadecimal(_ bytes: [UInt8]) -> String {
    // Two 64-bit hashes with different beginnings.
    var a: UInt64 = 0xcbf2_9ce4_8422_2325
    var b: UInt64 = 0x84222325_cbf29ce4
    for byte in bytes {
      a = (a ^ UInt64(byte)) &* 0x100_0000_01b3
      b = (b ^ UInt64(byte ^ 0x5a)) &* 0x100_0000_01b3
    }
    return digits(a) + digits(b)
  }

  private static func digits(_ value: UInt64) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}
