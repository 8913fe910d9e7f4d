/// Percent-encoding of the parts of a URL (RFC 3986, section 2).
enum URLText {
  /// One segment of a path. A colon stays, as in file ids.
  static func segment(_ text: String) -> String { encoded(text, keeping: "-._~:@!$'()*,=+".utf8) }

  /// A name or value of a query.
  static func queryPart(_ text: String) -> String { encoded(text, keeping: "-._~".utf8) }

  private static func encoded(_ text: String, keeping kept: String.UTF8View) -> String {
    var result = ""
    for byte in text.utf8 {
      if 0x30...0x39 ~= byte || 0x41...0x5A ~= byte & 0xDF || kept.contains(byte) {
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        result += digits.utf8.count == 1 ? "%0" + digits : "%" + digits
      }
    }
    return result
  }
}
