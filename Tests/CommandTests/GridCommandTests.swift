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

  @Test func figuresAreCheckedWithTheirGrids() throws {
    try directory.write(
      #"{"cols": {"V": {"data": [1, 2], "order": 0, "uid": "9ad27e"}, "t": {"data": [1], "order": 1, "uid": "4b1f0c"}}}"#,
      to: "grids/ada-85.json")
    try directory.write(#"{"name": "package"}"#, to: "grids/package.json")
    try directory.write(#"{"data": [{"xsrc": "ada:85:4b1f0c", "ysrc": "ada:85:9ad27e"}]}"#, to: "fig.json")
    #expect(try check("--target", "3", "fig.json").code == 0)
    for grids in ["grids", "grids/ada-85.json"] {
      let ending = try check("--grid", grids, "fig.json")
      #expect(ending.code == 0)
      #expect(ending.output.contains("fig.json:1:45: warning U011 data[0].ysrc: the column has 2 cells"))
    }
    #expect(try check("--grid", "grids/package.json", "fig.json").code == 2)
    #expect(try check("--grid", "missing.json", "fig.json").code == 2)
  }

  @Test func aTeamDeclaresWhatMetadataMustHold() throws {
    try directory.write(
      #"{"metadata": {"required": ["instrument"], "properties": {"gain": {"unit": "dB"}}}, "limits": {"grid-bytes": 50}}"#,
      to: "figlint.json")
    try directory.write(
      #"{"data": {"cols": {"V": {"data": [1], "order": 0}}}, "metadata": {"gain": 7}}"#, to: "grid.json")
    let ending = try Program.run("check", "--format", "concise", "grid.json", in: directory.path)
    for rule in ["G015", "M009"] { #expect(ending.output.contains(rule)) }
    #expect(ending.output.contains("metadata lacks 'instrument'"))
    #expect(ending.output.contains("7 has no unit"))
    try directory.write(#"{"metadata": {"requird": []}}"#, to: "figlint.json")
    let broken = try Program.run("check", "grid.json", in: directory.path)
    #expect(broken.code == 2)
    #expect(broken.errors.contains("did you mean 'required'?"))
  }

  @Test func cellsThatAreNoJSONAreFixed() throws {
    try directory.write(Self.grid.replacing("[1, 2]", with: "[1, NaN, -Infinity]"), to: "grid.json")
    #expect(try check("grid.json").code == 1)
    #expect(try check("--fix", "grid.json").code == 0)
    #expect(directory.contents("grid.json") == Self.grid.replacing("[1, 2]", with: "[1, null, null]"))
  }
}
