/// How a message shows a value of the input: in single quotes, and when it is long, its beginning and its size.
///
/// The text is not escaped: reporters do that, each in its way.
package enum ValueQuoting {
  /// The scalars of a value that a message shows.
  package static let limit = 60

  /// `'text'`, or `'aaaa…' (12,345 bytes)` when there are more than `limit` scalars.
  ///
  /// - Complexity: O(`limit`) for a long text.
  package static func quoted(_ text: String, limit: Int = limit) -> String {
    quoted(text, byteCount: text.utf8.count, limit: limit)
  }

  /// The same of the bytes in `range`; what is no UTF-8 shows as replacement characters.
  package static func quoted(_ bytes: InputBytes, _ range: Range<Int>, limit: Int = limit) -> String {
    // No scalar has more than four bytes, so that this holds one that is left out wherever there is one.
    let head = range.prefix(4 * (limit + 1))
    return quoted(bytes.text(head), byteCount: range.count, limit: limit)
  }

  private static func quoted(_ text: String, byteCount: Int, limit: Int) -> String {
    let scalars = text.unicodeScalars
    guard let cut = scalars.index(scalars.startIndex, offsetBy: limit, limitedBy: scalars.endIndex),
      cut < scalars.endIndex
    else { return "'\(text)'" }
    return "'\(text[..<cut])…' (\(byteCount.grouped) bytes)"
  }
}

extension Int {
  /// The number with commas between groups of three digits: `12,345`.
  package var grouped: String {
    var digits = Array(String(magnitude).utf8)
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(UInt8(ascii: ","), at: place) }
    return (self < 0 ? "-" : "") + String(decoding: digits, as: UTF8.self)
  }
}
