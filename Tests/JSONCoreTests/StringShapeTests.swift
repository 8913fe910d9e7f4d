import TestSupport
import Testing

@testable import JSONCore

/// ``JSONScanner/passStrings(shapedLike:)`` against one string after the other.
@Suite struct StringShapeTests {
  /// How many strings behind the first one are passed, and where the scanner then is.
  private func pass(_ text: String) throws -> (count: Int, position: Int) {
    try Array(text.utf8).withInputBytes { bytes in
      var scanner = JSONScanner(bytes, range: 0..<bytes.count)
      var isFirst = true
      try scanner.openArray()
      _ = try scanner.nextElement(&isFirst)
      let string = try scanner.scanString()
      let count = scanner.passStrings(shapedLike: string)
      // What is left is right all the same.
      let position = scanner.position
      while try scanner.nextElement(&isFirst) { try scanner.skipValue() }
      try scanner.expectEnd()
      return (count, position)
    }
  }

  @Test(arguments: [",", ", ", ",\n    "]) func passesDatesOfOneForm(gap: String) throws {
    let days = (0..<1000).map { "\"2024-0\($0 % 9 + 1)-1\($0 % 10)T00:00:00\"" }
    let found = try pass("[" + days.joined(separator: gap) + "]" + String(repeating: " ", count: 64))
    #expect(found.count == 999)
  }

  @Test func stopsBehindTheLastStringOfTheShape() throws {
    for number in 0..<60 {
      for odd in ["\"2024-01-0\"", "\"2024-01-0x\"", "7", "\"2024/01/01\"", "null"] {
        let before = Array(repeating: "\"2024-01-01\"", count: number + 1).joined(separator: ",")
        let behind = Array(repeating: "\"2024-01-01\"", count: 20).joined(separator: ",")
        let found = try pass("[\(before),\(odd),\(behind)]")
        #expect(found.count == number)
        #expect(found.position == before.utf8.count + 1)
      }
    }
  }

  @Test func neverPassesWhatAPlainScannerRefuses() throws {
    var random = SeededRandom(seed: 11)
    for _ in 0..<2000 {
      let count = Int.random(in: 1...40, using: &random)
      var text = Array("[".utf8)
      for index in 0..<count {
        if index > 0 { text += Array(",".utf8) }
        text += Array("\"\(Int.random(in: 10...99, using: &random))-\(Int.random(in: 0...9, using: &random))\"".utf8)
      }
      text += Array("]".utf8) + Array(repeating: 0x20, count: 70)
      let place = Int.random(in: 1..<text.count, using: &random)
      text[place] = [0x22, 0x2C, 0x5C, 0x0A, 0x37, 0x80].randomElement(using: &random) ?? 0
      text.withInputBytes { bytes in
        #expect(plainCount(bytes) == shapedCount(bytes))
      }
    }
  }

  /// All elements of an array passed one by one; nil for broken text.
  private func plainCount(_ bytes: InputBytes) -> Int? {
    var scanner = JSONScanner(bytes, range: 0..<bytes.count)
    var isFirst = true
    var count = 0
    guard (try? scanner.openArray()) != nil else { return nil }
    while let more = try? scanner.nextElement(&isFirst) {
      guard more else { return (try? scanner.expectEnd()) == nil ? nil : count }
      guard (try? scanner.skipValue()) != nil else { return nil }
      count += 1
    }
    return nil
  }

  /// The same with strings of one shape passed at once.
  private func shapedCount(_ bytes: InputBytes) -> Int? {
    var scanner = JSONScanner(bytes, range: 0..<bytes.count)
    var isFirst = true
    var count = 0
    guard (try? scanner.openArray()) != nil else { return nil }
    while let more = try? scanner.nextElement(&isFirst) {
      guard more else { return (try? scanner.expectEnd()) == nil ? nil : count }
      count += 1
      if scanner.peek() == UInt8(ascii: "\"") {
        guard let string = try? scanner.scanString() else { return nil }
        let isASCII = string.content.allSatisfy { bytes[$0] < 0x80 }
        if isASCII { count += scanner.passStrings(shapedLike: string) }
      } else if (try? scanner.skipValue()) == nil {
        return nil
      }
    }
    return nil
  }
}
