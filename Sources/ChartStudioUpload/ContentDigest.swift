import ChartStudio
import JSONCore

/// A fingerprint of some bytes: two hashes of FNV-1a in 64 bits (Fowler, Noll, Vo; public domain) with different beginnings. It tells
/// contents apart and protects nothing.
struct ContentDigest {
  private var a: UInt64 = 0xcbf2_9ce4_8422_2325
  private var b: UInt64 = 0x84222325_cbf29ce4

  /// 32 digits. O(length).
  static func hexadecimal(_ text: String) -> String {
    var digest = ContentDigest()
    digest.add(text)
    return digest.hexadecimal
  }

  mutating func add(_ text: String) { for byte in text.utf8 { add(byte) } }

  mutating func add(_ range: Range<Int>, of bytes: InputBytes) { for offset in range { add(bytes[offset]) } }

  private mutating func add(_ byte: UInt8) {
    a = (a ^ UInt64(byte)) &* 0x100_0000_01b3
    b = (b ^ UInt64(byte ^ 0x5a)) &* 0x100_0000_01b3
  }

  /// What was added, as 32 digits.
  var hexadecimal: String { ContentDigest.digits(a) + ContentDigest.digits(b) }

  private static func digits(_ value: UInt64) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: 16 - text.utf8.count) + text
  }
}
