import Foundation
import TestSupport
import Testing

@testable import SystemIO

@Suite struct DirectoryWalkTests {
  let directory: TemporaryDirectory
  init() throws { directory = try TemporaryDirectory() }

  private static let json = DirectoryWalk.Options { $0.hasSuffix(".json") }
  private static let everything = DirectoryWalk.Options { _ in true }

  /// Paths of the files found, from the directory on; errors as the path with its reason.
  private func walk(_ options: DirectoryWalk.Options, from start: String = "") -> [String] {
    let root = directory.path + (start.isEmpty ? "" : "/" + start)
    return DirectoryWalk(root, options).map { result in
      switch result {
      case .success(let path): String(path.dropFirst(directory.path.count + 1))
      case .failure(let error): "\(error.path.dropFirst(directory.path.count + 1)): \(error.reason)"
      }
    }
  }

  private func write(_ names: String...) throws {
    for name in names { try directory.write("", to: name) }
  }

  @Test func findsFilesInTheOrderOfTheBytesOfTheirNames() throws {
    try write(
      "b.json", "a/z.json", "a/b/c.json", "a.json", "B.json", "é.json", "z/x.txt", "a-b.json", "10.json", "9.json")
    #expect(
      walk(Self.json) == [
        "10.json", "9.json", "B.json", "a/b/c.json", "a/z.json", "a-b.json", "a.json", "b.json", "é.json",
      ])
  }

  @Test func passesOverHiddenNamesButNotAHiddenStart() throws {
    try write(".hidden.json", ".git/config.json", ".cache/a.json", "a.json", ".start/b.json")
    #expect(walk(Self.json) == ["a.json"])
    #expect(walk(Self.json, from: ".start") == [".start/b.json"])
  }

  @Test func readsLinkedFilesButFollowsNoLinkedDirectories() throws {
    try write("real/a.json", "target.txt")
    try directory.link("link.json", to: "target.txt")
    try directory.link("real/up", to: "..")
    try directory.link("directory.json", to: "real")
    try directory.link("broken.json", to: "nowhere")
    #expect(walk(Self.json) == ["link.json", "real/a.json"])
  }

  @Test func passesOverPipes() throws {
    try write("a.json")
    try directory.makePipe("pipe.json")
    #expect(walk(Self.json) == ["a.json"])
  }

  @Test func reportsWhatCannotBeListedAndGoesOn() throws {
    try write("a/x.json", "c.json")
    #expect(walk(Self.json, from: "none") == ["none: notFound"])
    #expect(walk(Self.json, from: "c.json") == ["c.json: notDirectory"])
    guard TemporaryDirectory.isBoundByPermissions else { return }
    try directory.setPermissions("a", to: 0)
    #expect(walk(Self.json) == ["a: permissionDenied", "c.json"])
    try directory.setPermissions("a", to: 0o700)
  }

  @Test func reportsNamesThatAreNoText() throws {
    let bytes: [CChar] = Array(directory.path.utf8CString.dropLast()) + [47, 97, -1, 46, 106, 0]
    let descriptor = unsafe open(bytes, O_CREAT | O_WRONLY, 0o600)
    // Some file systems refuse such names.
    guard descriptor >= 0 else { return }
    close(descriptor)
    try write("b.json")
    #expect(walk(Self.everything) == ["a\u{FFFD}.j: nameNotUTF8", "b.json"])
  }

  @Test func ignoresNothingOutsideAWorkTree() throws {
    try directory.write("*.json\n", to: ".gitignore")
    try write("a.json")
    #expect(walk(Self.json) == ["a.json"])
  }

  @Test func honoursIgnoreFilesInAWorkTree() throws {
    try directory.makeDirectory(".git/info")
    try directory.write("excluded.json\n", to: ".git/info/exclude")
    try directory.write("# made\nbuild/\n/top.json\n*.tmp.json\n!keep.tmp.json\n", to: ".gitignore")
    try directory.write("!excluded.json\nlocal.json\r\n", to: "sub/.gitignore")
    try write(
      "a.json", "build/b.json", "sub/build/c.json", "top.json", "sub/top.json", "x.tmp.json", "keep.tmp.json",
      "excluded.json", "sub/excluded.json", "sub/local.json", "local.json", "sub/deep/local.json")
    #expect(walk(Self.json) == ["a.json", "keep.tmp.json", "local.json", "sub/excluded.json", "sub/top.json"])
    #expect(walk(Self.json, from: "sub") == ["sub/excluded.json", "sub/top.json"])
    #expect(walk(Self.json, from: "build") == ["build/b.json"])
    var all = Self.json
    all.honoursIgnoreFiles = false
    #expect(walk(all).count == 12)
  }

  @Test func givesAnInnerWorkTreeItsOwnRules() throws {
    try directory.makeDirectory(".git")
    try directory.write("*.json\n!outer.json\n", to: ".gitignore")
    try directory.makeDirectory("inner/.git/info")
    try directory.write("no.json\n", to: "inner/.git/info/exclude")
    try write("a.json", "outer.json", "inner/a.json", "inner/no.json")
    #expect(walk(Self.json) == ["inner/a.json", "outer.json"])
    #expect(walk(Self.json, from: "inner") == ["inner/a.json"])
  }

  @Test func followsTheGitFileOfALinkedWorkTree() throws {
    try directory.makeDirectory("main/.git/worktrees/side")
    try directory.write("no.json\n", to: "main/.git/info/exclude")
    try directory.write("../..\n", to: "main/.git/worktrees/side/commondir")
    try directory.write("gitdir: \(directory.path)/main/.git/worktrees/side\n", to: "side/.git")
    try write("side/a.json", "side/no.json")
    #expect(walk(Self.json, from: "side") == ["side/a.json"])
  }

  @Test func excludesAndIncludesByGlobs() throws {
    try write("a.json", "b.txt", "old/c.json", "sub/old/d.json", "sub/e.json")
    var options = Self.json
    options.excluded = [PathRules(globs: ["old/"])]
    #expect(walk(options) == ["a.json", "sub/e.json"])
    options.excluded = [PathRules(globs: ["**/sub/*.json", "a.*"])]
    #expect(walk(options) == ["old/c.json", "sub/old/d.json"])
    options.excluded = []
    options.included = PathRules(globs: ["*.txt", "e.*"])
    #expect(walk(options) == ["b.txt", "sub/e.json"])
  }

  @Test func appliesExclusionToFilesThatAreNamed() {
    var options = Self.json
    options.excluded = [PathRules(globs: ["old/", "*.tmp.json", "/figs/x.json"])]
    #expect(options.excludes("a/old/b.json"))
    #expect(options.excludes("./old/b.json"))
    #expect(!options.excludes("old"))
    #expect(options.excludes("a.tmp.json"))
    #expect(options.excludes("figs/x.json"))
    #expect(!options.excludes("a/figs/x.json"))
    #expect(options.excludes((Environment.currentDirectory ?? "") + "/figs/x.json"))
  }

  @Test func goesAsDeepAsPathsCan() throws {
    let deep = (0..<800).map { _ in "d" }.joined(separator: "/")
    try write(deep + "/a.json")
    #expect(walk(Self.json) == [deep + "/a.json"])
  }
}
