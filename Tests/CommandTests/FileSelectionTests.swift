import TestSupport
import Testing

/// Which files a run over directories takes.
@Suite struct FileSelectionTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    for name in ["b.json", "a.json", "sub/c.json", "sub/deep/d.json", ".hidden/e.json", "f.txt"] {
      try directory.write(Figure.clean, to: name)
    }
  }

  /// The files that are checked, in order.
  private func checked(_ arguments: String...) throws -> [String] {
    let ending = try Program.run(["check", "--verbose"] + arguments, in: directory.path)
    return ending.errorLines.filter { $0.hasPrefix("checked ") && !$0.contains(": ") }.map { String($0.dropFirst(8)) }
  }

  @Test func takesJSONFilesInOrder() throws {
    #expect(try checked() == ["a.json", "b.json", "sub/c.json", "sub/deep/d.json"])
    #expect(try checked("sub", "a.json") == ["sub/c.json", "sub/deep/d.json", "a.json"])
    #expect(try checked("./sub/") == ["./sub/c.json", "./sub/deep/d.json"])
    #expect(try checked(".hidden", "f.txt") == [".hidden/e.json", "f.txt"])
  }

  @Test func takesWhatIsIncludedAndNotWhatIsExcluded() throws {
    #expect(try checked("--include", "*.txt") == ["f.txt"])
    #expect(try checked("--include", "*.txt", "--include", "/a*") == ["a.json", "f.txt"])
    #expect(try checked("--exclude", "deep") == ["a.json", "b.json", "sub/c.json"])
    #expect(try checked("--exclude", "sub/", "--exclude", "b.*") == ["a.json"])
    #expect(try checked("--exclude", "*.json", "--exclude", "!a.json") == ["a.json"])
  }

  @Test func excludesNamedFilesOnlyWhenTold() throws {
    #expect(try checked("--exclude", "sub", "sub/c.json", "a.json") == ["sub/c.json", "a.json"])
    #expect(try checked("--exclude", "sub", "--force-exclude", "sub/c.json", "a.json") == ["a.json"])
    let ending = try Program.run("check", "-v", "--exclude", "sub/", "--force-exclude", "sub", in: directory.path)
    #expect(ending.code == 0)
    #expect(ending.errors == "passed over sub: excluded\nchecked 0 figures: no findings\n")
  }

  @Test(.enabled(if: TemporaryDirectory.hasGit)) func honoursIgnoreFilesInsideAWorkTreeOnly() throws {
    try directory.write("b.json\n/sub/deep\n", to: ".gitignore")
    #expect(try checked() == ["a.json", "b.json", "sub/c.json", "sub/deep/d.json"])
    try directory.run("git", "init", "-q")
    #expect(try checked() == ["a.json", "sub/c.json"])
    #expect(try checked("sub") == ["sub/c.json"])
    #expect(try checked("--no-ignore") == ["a.json", "b.json", "sub/c.json", "sub/deep/d.json"])
    // Who names a file wants it.
    #expect(try checked("b.json", "sub/deep") == ["b.json", "sub/deep/d.json"])
  }
}
