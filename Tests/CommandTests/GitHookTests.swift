import Foundation
import TestSupport
import Testing

/// `figlint init --git-hook` in real repositories.
@Suite(.enabled(if: TemporaryDirectory.hasGit)) struct GitHookTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try shell("git init -q && git config user.email a@b.c && git config user.name a")
  }

  @discardableResult
  private func shell(_ line: String) throws -> Ending {
    try Program.shell("export FIGLINT=\"$figlint\" GIT_CONFIG_GLOBAL=/dev/null; " + line, in: directory.path)
  }

  private func install() throws {
    let ending = try Program.run("init", "--git-hook", in: directory.path)
    #expect(ending.code == 0 && ending.output == "", "\(ending.errors)")
  }

  @Test func checksWhatIsStagedAndNotTheWorkTree() throws {
    try install()
    try directory.write(Figure.misspelt, to: "fig.json")
    try shell("git add fig.json")
    try directory.write(Figure.clean, to: "fig.json")
    let refused = try shell("git commit -qm 1")
    #expect(refused.code == 1)
    #expect((refused.output + refused.errors).contains("fig.json:1:40: error S001"))
    try shell("git add fig.json")
    try directory.write(Figure.misspelt, to: "fig.json")
    #expect(try shell("git commit -qm 1").code == 0)
    // What is not part of the commit does not matter.
    try directory.write("x", to: "other.txt")
    #expect(try shell("git add other.txt && git commit -qm 2").code == 0)
    #expect(try shell("git commit -qam 3 --no-verify").code == 0)
  }

  @Test func takesNamesOfAnyKind() throws {
    try install()
    let names = ["a b.json", "c\nd.json", "-e.json", "f'\"g.json", "é$(touch h).json", "sub dir/*.json"]
    for name in names { try directory.write(Figure.clean, to: name) }
    #expect(try shell("git add -A && git commit -qm 1").code == 0)
    for name in names { try directory.write(Figure.misspelt, to: name) }
    let ending = try shell("git add -A && git commit -qm 2")
    #expect(ending.code == 1)
    #expect((ending.output + ending.errors).matches(of: /error S001/).count == names.count)
    #expect(directory.contents("h") == nil)
  }

  @Test func passesOverWhatIsNoFigureOrExcluded() throws {
    try install()
    try directory.write(#"{"name": "package"}"#, to: "package.json")
    try directory.write("no JSON", to: "broken.json")
    try directory.write(Figure.misspelt, to: "old/fig.json")
    try directory.link("link.json", to: "nowhere.json")
    try directory.write(#"{"exclude": ["old/"]}"#, to: "figlint.json")
    let ending = try shell("git add -A && git commit -qm 1")
    #expect(ending.code == 0, "\(ending.errors)")
  }

  @Test func honoursTheHooksPath() throws {
    try shell("git config core.hooksPath my/hooks")
    try install()
    #expect(directory.contents("my/hooks/pre-commit")?.hasPrefix("#!/bin/sh\n") == true)
    #expect(FileManager.default.isExecutableFile(atPath: directory.path + "/my/hooks/pre-commit"))
    #expect(directory.contents(".git/hooks/pre-commit") == nil)
  }

  @Test func leavesAnotherHookAlone() throws {
    try directory.write("#!/bin/sh\nexit 0\n", to: ".git/hooks/pre-commit")
    let ending = try Program.run("init", "--git-hook", in: directory.path)
    #expect(ending.code == 2)
    #expect(ending.errors.contains("there is a pre-commit hook already"))
    #expect(directory.contents(".git/hooks/pre-commit") == "#!/bin/sh\nexit 0\n")
    #expect(try Program.run("init", "--git-hook", "--output", "hook.sh", in: directory.path).code == 0)
    #expect(directory.contents("hook.sh")?.contains("figlint") == true)
    #expect(try Program.run("init", "--git-hook", "--force", in: directory.path).code == 0)
    // Its own it writes anew.
    try install()
  }

  @Test func needsARepositoryAndFiglint() throws {
    let other = try TemporaryDirectory()
    let ending = try Program.run("init", "--git-hook", in: other.path)
    #expect(ending.code == 2)
    #expect(ending.errors.hasPrefix("error: no git repository was found here\n"))
    try install()
    try directory.write(Figure.clean, to: "fig.json")
    let missing = try Program.shell(
      "FIGLINT=/nowhere git add -A && FIGLINT=/nowhere git commit -qm 1", in: directory.path)
    #expect(missing.code == 1)
    #expect(missing.errors.contains("figlint is not in PATH"))
  }
}
