package import JSONCore

extension NamedColours {
  /// Calls `body` with each name and the bytes that it stands in, in the order of their length.
  package static func forEachName(_ body: (InputBytes, Range<Int>) -> Void) {
    for length in 1...20 {
      guard let table = table(ofLength: length) else { continue }
      let bytes = InputBytes(table.text)
      for start in stride(from: 0, to: bytes.count, by: length + 1) { body(bytes, start..<start + length) }
    }
  }

  /// All names, in the order of their length. Made when they are first asked for.
  package static let all: [String] = (1...20).flatMap { length in
    table(ofLength: length)?.text.description.split(separator: " ").map(String.init) ?? []
  }
}
