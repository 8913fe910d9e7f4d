import JSONCore

/// Names that columns get when they are made of the arrays of a figure: `data.0.x`, `data.0.z.3`, `frames.2.data.0.marker.size`.
enum ExtractedPath {
  /// Whether the text in `content` is such a name. O(length).
  static func isPath(_ bytes: InputBytes, _ content: Range<Int>) -> Bool { trace(bytes, content) != nil }

  /// The trace of `data` that the column belongs to; -1 for one of a frame, nil for a name that is no path.
  static func trace(_ bytes: InputBytes, _ content: Range<Int>) -> Int? {
    if let (trace, end) = number(behind: "data.", bytes, content) {
      return bytes[end] == UInt8(ascii: ".") && end + 1 < content.upperBound ? trace : nil
    }
    guard let (_, end) = number(behind: "frames.", bytes, content), bytes[end] == UInt8(ascii: ".") else { return nil }
    return number(behind: "data.", bytes, end + 1..<content.upperBound) == nil ? nil : -1
  }

  private static func number(
    behind prefix: StaticString, _ bytes: InputBytes, _ range: Range<Int>
  ) -> (value: Int, end: Int)? {
    let length = prefix.utf8CodeUnitCount
    guard range.count > length, bytes.equals(range.prefix(length), prefix) else { return nil }
    var end = range.lowerBound + length
    var value = 0
    while end < range.upperBound, bytes[end] &- 0x30 < 10, value < 1_000_000_000 {
      value = value * 10 + Int(bytes[end] &- 0x30)
      end += 1
    }
    return end > range.lowerBound + length && end < range.upperBound ? (value, end) : nil
  }
}
