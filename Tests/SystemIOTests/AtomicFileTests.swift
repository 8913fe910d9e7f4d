import Foundation
import TestSupport
import Testing

@testable import SystemIO

@Suite struct AtomicFileTests {
  let directory: TemporaryDirectory
  init() throws { directory = try TemporaryDirectory() }

  @Test func appearsWhenItIsCommitted() throws {
    var file = try AtomicFile(directory.path + "/new")
    try file.write("text")
    #expect(directory.contents("new") == nil)
    try file.commit()
    #expect(directory.contents("new") == "text")
    #expect(try directory.names() == ["new"])
  }

  @Test func leavesTheOldFileUntilThen() throws {
    try directory.write("old", to: "file")
    do {
      var file = try AtomicFile(directory.path + "/file")
      try file.write(String(repeating: "new", count: 100_000))
      #expect(directory.contents("file") == "old")
      #expect(try directory.names().count == 2)
    }
    #expect(directory.contents("file") == "old")
    #expect(try directory.names() == ["file"])
  }

  @Test func keepsPermissionsAndLinks() throws {
    let path = try directory.write("old", to: "file")
    try directory.setPermissions("file", to: 0o640)
    try directory.link("link", to: "file")
    try AtomicFile.write(Array("new".utf8).span, to: directory.path + "/link")
    #expect(directory.contents("file") == "new")
    #expect(try Platform.status(of: path).permissions == 0o640)
    #expect(try Platform.status(of: directory.path + "/link", followsLinks: false).kind == .symbolicLink)
  }

  @Test func takesNamesAsLongAsNamesCanBe() throws {
    let name = String(repeating: "n", count: 255)
    try AtomicFile.write(Array("x".utf8).span, to: directory.path + "/" + name)
    #expect(try directory.names() == [name])
  }

  @Test func writesToDevicesAsTheyAre() throws {
    try AtomicFile.write(Array("x".utf8).span, to: "/dev/null")
    #expect(try Platform.status(of: "/dev/null").kind == .other)
  }

  @Test func saysWhyItCannotWrite() throws {
    try directory.makeDirectory("inner")
    let missing = directory.path + "/none/file"
    let inner = directory.path + "/inner"
    #expect(throws: FileError(.write, missing, .notFound)) { _ = try AtomicFile(missing) }
    #expect(throws: FileError(.write, inner, .isDirectory)) { _ = try AtomicFile(inner) }
    #expect(try directory.names() == ["inner"])
  }

  @Test(.enabled(if: TemporaryDirectory.isBoundByPermissions))
  func leavesAFileThatMayNotBeWritten() throws {
    let path = try directory.write("old", to: "file")
    try directory.setPermissions("file", to: 0o444)
    #expect(throws: FileError(.write, path, .permissionDenied)) { _ = try AtomicFile(path) }
    #expect(directory.contents("file") == "old")
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP]) func isRemovedWhenASignalEndsTheProcess(number: Int32) async throws {
    let path = directory.path + "/report"
    await #expect(processExitsWith: .signal(number)) { [path = path as String, number] in
      guard var file = try? AtomicFile(path), (try? file.write("half")) != nil else { exit(3) }
      // To the process, since threads that run tasks may block signals.
      kill(getpid(), number)
      sleep(10)
      exit(4)
    }
    #expect(try directory.names() == [])
  }
}
