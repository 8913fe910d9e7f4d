import JSONCore

/// The value of a member, found from its key.
struct MemberValue {
  let kind: ValueKind
  /// 0-based bytes, a string with its quotes.
  let range: Range<Int>

  /// Nil where no value follows.
  init?(behind key: Range<Int>, _ bytes: InputBytes) {
    guard key.upperBound < bytes.count else { return nil }
    var scanner = JSONScanner(bytes, range: key.upperBound..<bytes.count, maximumDepth: .max)
    guard scanner.peek() == UInt8(ascii: ":") else { return nil }
    scanner.position += 1
    _ = scanner.peek()
    let start = scanner.position
    guard let kind = try? scanner.skipValue() else { return nil }
    self.kind = kind
    range = start..<scanner.position
  }
}
