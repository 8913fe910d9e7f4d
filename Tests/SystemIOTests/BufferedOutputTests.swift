import Foundation
import TestSupport
import Testing

@testable import SystemIO

@Suite struct BufferedOutputTests {
  let directory: TemporaryDirectory
  init() throws { directory = try TemporaryDirectory() }

  @Test func keepsTheOrderOfPiecesOfAnySize() throws {
    let path = try directory.write("", to: "file")
    let descriptor = try Platform.openExisting(path)
    var output = BufferedOutput(descriptor, name: "file")
    var expected = ""
    for (index, count) in [1, 70_000, 3, 65_536, 65_535, 0, 200_000, 9].enumerated() {
      let piece = String(repeating: Character(UnicodeScalar(UInt8(97 + index))), count: count)
      expected += piece
      if index % 2 == 0 { try output.write(piece) } else { try output.write(Array(piece.utf8)) }
    }
    try output.flush()
    close(descriptor)
    #expect(directory.contents("file") == expected)
  }

  @Test func writesNothingBeforeItMust() throws {
    let path = try directory.write("", to: "file")
    let descriptor = try Platform.openExisting(path)
    var output = BufferedOutput(descriptor, name: "file")
    try output.write("piece")
    #expect(directory.contents("file") == "")
    try output.flush()
    #expect(directory.contents("file") == "piece")
    close(descriptor)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func reportsAFullDevice() throws {
    let descriptor = try Platform.openExisting("/dev/full")
    var output = BufferedOutput(descriptor, name: "standard output")
    try output.write("x")
    #expect(throws: FileError(.write, "standard output", .noSpace)) { try output.flush() }
    close(descriptor)
  }

  @Test func tellsWhenTheReaderHasGone() async {
    await #expect(processExitsWith: .success) {
      _ = signal(SIGPIPE, SIG_IGN)
      let ends = try makePipe()
      close(ends.reading)
      var output = BufferedOutput(ends.writing, name: "standard output")
      do throws(FileError) {
        try output.write("x")
        try output.flush()
      } catch {
        exit(error.reason == .readerWentAway ? 0 : 2)
      }
      exit(1)
    }
  }
}
