import SchemaStore

extension SHA256 {
  /// The hash in Base64 (RFC 4648, section 4), as the policy of a page names scripts.
  var base64: String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let digits = description.utf8.map { $0 < 0x3A ? $0 - 0x30 : $0 - 0x57 }
    // Three hexadecimal digits are two of Base64; the 64th stands for itself, two bits and padding.
    var text: [UInt8] = []
    for start in stride(from: 0, to: digits.count, by: 3) {
      let three = (start..<start + 3).map { $0 < digits.count ? Int(digits[$0]) : 0 }
      let value = three[0] << 8 | three[1] << 4 | three[2]
      text += [alphabet[value >> 6], alphabet[value & 63]]
    }
    // 64 digits make 43 characters that say something: 21 triples, and one digit in the first of the last two.
    return String(decoding: text.prefix(43), as: UTF8.self) + "="
  }
}
