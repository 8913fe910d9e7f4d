import TestSupport
import Testing

/// `figlint check` on grids and metadata.
@Suite struct GridCommandTests {
  private let directory: TemporaryDirectory
  private static let grid = #"{"data": {"cols": {"V": {"data": [1, 2], "order": 0}}}, "filename": "run 7"}"#

  init() throws { directory = try TemporaryDirectory() }

  private func check(_ arguments: String...) throws -> Ending {
    try Program.run(["check", "--no-config", "--format", "concise"] + arguments, in: directory.path)
  }

  @Test func gridsAreCheckedLikeFigures() throws {
    try directory.write(Self.grid.replacing("[1, 2]", with: "[1, \"x\"]"), to: "grid.json")
    let ending = try check("grid.json")
    #expect(ending.code == 0)
    #expect(ending.output.contains("grid.json:1:38: warning G011 data.cols.V.data[1]: column 'V' mixes"))
    #expect(try check("--fail-on", "warning", "grid.json").code == 1)
    #expect(try check("--as", "grid", "grid.json").output == ending.output)
    #expect(try check("--select", "S", "grid.json").output == "")
  }

  @Test func foldersAreSearchedForGrids() throws {
    try directory.write(Self.grid, to: "grid.json")
    try directory.write(#"{"name": "package"}"#, to: "package.json")
    let ending = try Program.run("check", "-v", ".", in: directory.path)
    #expect(ending.code == 0)
    #expect(ending.errorLines.contains("checked grid.json"))
    #expect(ending.errorLines.contains { $0.hasPrefix("passed over package.json") })
  }

  @Test func whatIsNothingKnownIsAGridOnlyWhereSomebodySaysSo() throws {
    try directory.write(#"{"name": "package"}"#, to: "package.json")
    #expect(try check("package.json").code == 2)
    let ending = try check("--as", "grid", "package.json")
    #expect(ending.code == 1)
    #expect(ending.output.contains("G001"))
    #expect(try check("--as", "metadata", "package.json").code == 0)
  }

  @Test func cellsThatAreNoJSONAreFixed() throws {
    try directory.write(Self.grid.replacing("[1, 2]", with: "[1, NaN, -Infinity]"), to: "grid.json")
    #expect(try check("grid.json").code == 1)
    #expect(try check("--fix", "grid.json").code == 0)
    #expect(directory.contents("grid.json") == Self.grid.replacing("[1, 2]", with: "[1, null, null]"))
  }
}
