import JSONCore

/// What a compiled tree is found by: 128 bits that depend on all the compiler was given, and on the compiler.
///
/// Fast, because it is computed for each check with a schema of one's own: two lanes of folded multiplications. It keeps
/// different contents apart by chance, not against somebody who looks for two with one key; what such a person could gain is
/// that their own schema is taken for their other one.
struct ContentKey: Hashable, Sendable {
  let high: UInt64
  let low: UInt64

  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The key of a schema's text.
  ///
  /// - Parameters:
  ///   - name: What the version is called in the tree.
  ///   - maker: The compiler: keys of another one are others.
  /// - Complexity: O(length), some gigabytes a second.
  init(of bytes: InputBytes, named name: String, maker: UInt64) {
    var lanes = Lanes(seed: maker)
    lanes.mix(bytes)
    Array(name.utf8).withInputBytes { lanes.mix($0) }
    self.init(high: lanes.first, low: lanes.second)
  }

  /// 32 hexadecimal digits: the name of a file.
  var text: String {
    [high, low].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  private struct Lanes {
    var first: UInt64
    var second: UInt64

    init(seed: UInt64) {
      first = seed ^ 0x9E37_79B9_7F4A_7C15
      second = seed ^ 0xD6E8_FEB8_6659_FD93
    }

    mutating func mix(_ bytes: InputBytes) {
      var offset = 0
      while offset + 16 <= bytes.count {
        mix(bytes.word(at: offset) ?? 0, bytes.word(at: offset + 8) ?? 0)
        offset += 16
      }
      var rest: (UInt64, UInt64) = (0, 0)
      for i in offset..<bytes.count {
        let shifted = UInt64(bytes[i]) << (8 * UInt64((i - offset) % 8))
        if i - offset < 8 { rest.0 |= shifted } else { rest.1 |= shifted }
      }
      mix(rest.0, rest.1)
      mix(UInt64(bytes.count), 0)
    }

    private mutating func mix(_ low: UInt64, _ high: UInt64) {
      first = Lanes.fold(low ^ first, high ^ 0xA076_1D64_78BD_642F)
      second = Lanes.fold(low ^ 0xE703_7ED1_A0B4_28DB, high ^ second)
    }

    /// The product of both, its high half folded onto its low one.
    private static func fold(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let product = a.multipliedFullWidth(by: b)
      return product.high ^ product.low
    }
  }
}
