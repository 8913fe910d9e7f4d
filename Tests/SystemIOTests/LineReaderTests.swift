import Foundation
import TestSupport
import Testing

@testable import SystemIO

@Suite struct LineReaderTests {
  let directory: TemporaryDirectory
  init() throws { directory = try TemporaryDirectory() }

  private func lines(_ path: String) throws -> [String] {
    var reader = try LineReader(path)
    var lines: [String] = []
    while try reader.advance() {
      lines.append(reader.withLine { line in String(decoding: line.indices.map { line[$0] }, as: UTF8.self) })
      let number = reader.number
      #expect(number == lines.count)
    }
    try Self.requireEnd(&reader)
    return lines
  }

  @Test(arguments: [
    ("", []), ("\n", [""]), ("a", ["a"]), ("a\n", ["a"]), ("a\nb", ["a", "b"]), ("a\r\nb\r\n", ["a", "b"]),
    ("a\n\n\nb\n", ["a", "", "", "b"]), ("\r\n", [""]), ("a\rb\r", ["a\rb\r"]), ("\r\r\n", ["\r"]),
    ("é\n𝛼", ["é", "𝛼"]),
  ])
  func dividesAtNewlines(text: String, expected: [String]) throws {
    #expect(try lines(try directory.write(text, to: "file")) == expected)
  }

  @Test func growsForLongLinesAndGoesOn() throws {
    let long = [70_000, 3, 0, 65_536, 65_535, 1_000_000, 5, 131_072, 1].map { String(repeating: "x", count: $0) }
    #expect(try lines(try directory.write(long.joined(separator: "\n"), to: "file")) == long)
  }

  @Test func handsOutLinesWithTheirMemory() throws {
    let texts = ["first", String(repeating: "x", count: 300_000), "", "last"]
    var reader = try LineReader(try directory.write(texts.joined(separator: "\r\n"), to: "file"))
    let begins = try reader.begins(with: Array("fi".utf8))
    let beginsOtherwise = try reader.begins(with: Array("fx".utf8))
    #expect(begins && !beginsOtherwise)
    var offset = 0
    for text in texts {
      try Self.requireLine(&reader)
      let start = reader.offset
      #expect(start == offset)
      let found = try reader.detachLine().withBytes { line in String(decoding: Array(copying: line), as: UTF8.self) }
      #expect(found == text)
      offset += text.utf8.count + 2
    }
    try Self.requireEnd(&reader)
    var other = try LineReader(directory.path + "/file")
    try Self.requireLine(&other)
    let rest = try other.takeRest().withBytes { $0.count }
    #expect(rest == texts.dropFirst().joined(separator: "\r\n").utf8.count)
    try Self.requireEnd(&other)
  }

  @Test func agreesWithSplittingTheWhole() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<20 {
      let expected = (0..<Int.random(in: 1...60, using: &random)).map { _ in
        String(repeating: "y", count: Int.random(in: 0...9_000, using: &random))
      }
      let path = try directory.write(expected.map { $0 + "\n" }.joined(), to: "file")
      #expect(try lines(path) == expected, "seed \(seed)")
    }
  }

  @Test func handsOutALineBeforeMoreArrives() throws {
    let ends = try makePipe()
    let writer = FileHandle(fileDescriptor: ends.writing, closeOnDealloc: false)
    var reader = LineReader(owning: Descriptor(owning: ends.reading))
    try writer.write(contentsOf: Data("one\ntw".utf8))
    try Self.requireLine(&reader)
    try writer.write(contentsOf: Data("o\n".utf8))
    try Self.requireLine(&reader)
    try writer.write(contentsOf: Data("three".utf8))
    try writer.close()
    try Self.requireLine(&reader)
    let length = reader.withLine { $0.count }
    #expect(length == 5)
    try Self.requireEnd(&reader)
    let number = reader.number
    #expect(number == 3)
  }

  @Test func saysWhyItCannotRead() {
    #expect(throws: FileError(.read, "/none/such", .notFound)) { _ = try LineReader("/none/such") }
  }

  private static func requireLine(_ reader: inout LineReader) throws {
    let hasLine = try reader.advance()
    #expect(hasLine)
  }

  private static func requireEnd(_ reader: inout LineReader) throws {
    let hasLine = try reader.advance()
    #expect(!hasLine)
  }
}
