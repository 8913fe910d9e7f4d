import Foundation
import TestSupport
import Testing

@testable import SystemIO

@Suite struct FileReaderTests {
  let directory: TemporaryDirectory
  init() throws { directory = try TemporaryDirectory() }

  private func bytes(of reader: borrowing FileReader) -> [UInt8] {
    reader.withBytes { span in span.indices.map { span[$0] } }
  }

  @Test(arguments: [
    0, 1, 65_535, 65_536, 65_537, 200_000, FileReader.mappingThreshold - 1, FileReader.mappingThreshold,
    FileReader.mappingThreshold + 4_097,
  ])
  func readsFilesOfAnySize(count: Int) throws {
    let expected = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let path = try directory.write(expected, to: "file")
    var reader = FileReader()
    try reader.read(path)
    #expect(bytes(of: reader) == expected)
  }

  @Test func readsOneAfterTheOther() throws {
    let small = try directory.write("small", to: "small")
    let empty = try directory.write("", to: "empty")
    let large = try directory.write([UInt8](repeating: 7, count: FileReader.mappingThreshold), to: "large")
    var reader = FileReader()
    try reader.read(large)
    #expect(bytes(of: reader).count == FileReader.mappingThreshold)
    try reader.read(small)
    #expect(bytes(of: reader) == Array("small".utf8))
    try reader.read(empty)
    #expect(bytes(of: reader) == [])
  }

  @Test func readsAgainWhatWasDroppedFromMemory() throws {
    let expected = (0..<FileReader.mappingThreshold + 4_097).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let path = try directory.write(expected, to: "file")
    var reader = FileReader()
    try reader.read(path)
    reader.withBytes { span, pages in
      #expect(pages != nil)
      for range in [0..<1, 0..<200_000, 70_000..<300_000, 1_000_000..<expected.count, -5..<Int.max, 9..<9] {
        pages?.drop(range)
        #expect(span.indices.allSatisfy { span[$0] == expected[$0] })
      }
    }
  }

  @Test func hasPagesOnlyForLargeFiles() throws {
    let path = try directory.write("small", to: "file")
    var reader = FileReader()
    try reader.read(path)
    reader.withBytes { _, pages in #expect(pages == nil) }
  }

  @Test func readsAPipe() throws {
    let path = directory.path + "/pipe"
    try directory.makePipe("pipe")
    let expected = [UInt8](repeating: 65, count: 300_000)
    let writer = Thread {
      let handle = FileHandle(forWritingAtPath: path)
      try? handle?.write(contentsOf: Data(expected))
      try? handle?.close()
    }
    writer.start()
    var reader = FileReader()
    try reader.read(path)
    #expect(bytes(of: reader) == expected)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func readsFilesThatSayTheyAreEmpty() throws {
    var reader = FileReader()
    try reader.read("/proc/self/status")
    #expect(String(decoding: bytes(of: reader), as: UTF8.self).hasPrefix("Name:"))
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    let file = try directory.write("x", to: "file")
    try directory.link("loop", to: "loop")
    #expect(reason(directory.path + "/none") == .notFound)
    #expect(reason(directory.path) == .isDirectory)
    #expect(reason(file + "/below") == .notDirectory)
    #expect(reason(directory.path + "/loop") == .linkLoop)
    #expect(reason(directory.path + "/" + String(repeating: "n", count: 300)) == .nameTooLong)
    #expect(reason("") == .notFound)
  }

  @Test(.enabled(if: TemporaryDirectory.isBoundByPermissions))
  func saysThatAFileMayNotBeRead() throws {
    let file = try directory.write("x", to: "file")
    try directory.setPermissions("file", to: 0)
    #expect(reason(file) == .permissionDenied)
  }

  @Test func holdsNothingAfterAnError() throws {
    let file = try directory.write("x", to: "file")
    var reader = FileReader()
    try reader.read(file)
    #expect(throws: FileError.self) { try reader.read(directory.path) }
    #expect(bytes(of: reader) == [])
  }

  @Test func wordsErrorsWithTheirRemedy() {
    let missing = FileError(.read, "fig.json", .notFound)
    #expect(missing.message == "cannot read 'fig.json': no such file or directory")
    #expect(missing.help == "check the spelling, and from which directory the path starts")
    let odd = FileError(.write, "a\u{1B}[2J", .noSpace)
    #expect(odd.message == "cannot write 'a\\u{1B}[2J': no space left")
    #expect(odd.help == "make room, or write elsewhere")
  }

  private func reason(_ path: String) -> FileError.Reason? {
    var reader = FileReader()
    do throws(FileError) {
      try reader.read(path)
      return nil
    } catch {
      #expect(error.path == path)
      #expect(error.operation == .read)
      return error.reason
    }
  }
}
