import Foundation
import TestSupport
import Testing

/// `--fix`, `--unsafe-fixes` and `--diff`.
@Suite struct FixTests {
  private let directory: TemporaryDirectory
  /// Four safe fixes, one of them behind another; two unsafe ones; one finding that nothing is known for.
  private static let flawed =
    "\u{feff}{\"data\": [\r\n\t{\"y\": [1, NaN, ],\r\n\t \"opacty\": 1, \"xyzzy\": 2,\r\n\t \"name\": \"a\", \"name\": \"b\"},\r\n]}"
  private static let safelyFixed =
    "{\"data\": [\r\n\t{\"y\": [1, null ],\r\n\t \"opacty\": 1, \"xyzzy\": 2,\r\n\t \"name\": \"a\", \"name\": \"b\"}\r\n]}"
  private static let fixed =
    "{\"data\": [\r\n\t{\"y\": [1, null ],\r\n\t \"opacity\": 1, \"xyzzy\": 2,\r\n\t \"name\": \"b\"}\r\n]}"

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Self.flawed, to: "fig.json")
  }

  private func run(_ arguments: String..., input: String = "") throws -> Ending {
    try Program.run(["check"] + arguments + ["--format", "concise"], in: directory.path, input: input.utf8)
  }

  @Test func makesSafeFixesAndKeepsEverythingElseAsItIs() throws {
    let ending = try run("--fix", "fig.json")
    #expect(directory.contents("fig.json") == Self.safelyFixed)
    #expect(ending.code == 1)
    #expect(ending.lines.count == 3)
    #expect(ending.errors == "fixed 4 findings in 1 file\nchecked 1 figure: 3 errors in 1 file\n")
    #expect(try directory.names() == ["fig.json"])
    // There is nothing left to fix.
    #expect(try run("--fix", "fig.json").errors == "checked 1 figure: 3 errors in 1 file\n")
  }

  @Test func makesUnsafeFixesWhenTold() throws {
    let ending = try run("--fix", "--unsafe-fixes", "fig.json")
    #expect(directory.contents("fig.json") == Self.fixed)
    #expect(ending.code == 1)
    #expect(ending.lines.count == 1)
    #expect(ending.errors == "fixed 6 findings in 1 file\nchecked 1 figure: 1 error in 1 file\n")
  }

  @Test func fixesOnlyWhatIsSelected() throws {
    try #expect(run("--fix", "--select", "J002", "fig.json").code == 0)
    #expect(directory.contents("fig.json") == Self.flawed.replacing("NaN", with: "null"))
  }

  @Test func showsWhatItWouldChangeAndWritesNothing() throws {
    let ending = try run("--diff", "--unsafe-fixes", "fig.json")
    try expectGolden("fix-diff", ending.output.replacing("\r", with: "␍"))
    #expect(ending.code == 1)
    #expect(ending.errors == "would fix 6 findings in 1 file\nchecked 1 figure: 7 errors in 1 file\n")
    #expect(directory.contents("fig.json") == Self.flawed)
    try directory.write(Figure.clean, to: "fig.json")
    #expect(
      try run("--diff", "fig.json") == Ending(code: 0, output: "", errors: "checked 1 figure: no findings\n"))
  }

  @Test func fixesStandardInputOntoStandardOutput() throws {
    let ending = try run("--fix", "--stdin-filename", "fig.json", "-", input: Self.flawed)
    #expect(ending.output == Self.safelyFixed)
    #expect(ending.errors.hasPrefix("fig.json:3:3: error S001 "))
    #expect(ending.code == 1)
    #expect(directory.contents("fig.json") == Self.flawed)
    // What is right comes out as it is.
    #expect(try run("--fix", "-", input: Figure.clean).output == Figure.clean)
  }

  @Test func keepsPermissionsAndLinks() throws {
    try directory.setPermissions("fig.json", to: 0o640)
    try directory.link("link.json", to: "fig.json")
    _ = try run("--fix", "link.json")
    #expect(directory.contents("fig.json") == Self.safelyFixed)
    let attributes = try FileManager.default.attributesOfItem(atPath: directory.path + "/fig.json")
    #expect(attributes[.posixPermissions] as? Int == 0o640)
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: directory.path + "/link.json") == "fig.json")
  }

  @Test(.enabled(if: TemporaryDirectory.isBoundByPermissions)) func saysWhatItCannotWrite() throws {
    try directory.setPermissions("fig.json", to: 0o400)
    let ending = try run("--fix", "fig.json")
    #expect(ending.code == 2)
    #expect(ending.lines.count == 7)
    #expect(ending.errors.contains("cannot write 'fig.json': permission denied"))
    #expect(directory.contents("fig.json") == Self.flawed)
  }

  @Test func leavesOutFixesThatMakeSomethingWorse() throws {
    // As 'marker' the object would have two unknown attributes in place of one.
    try directory.write(#"{"data": [{"y": [1, NaN], "markr": {"foo": 1, "baz": 2}}]}"#, to: "fig.json")
    let ending = try run("--fix", "--unsafe-fixes", "fig.json")
    #expect(directory.contents("fig.json") == #"{"data": [{"y": [1, null], "markr": {"foo": 1, "baz": 2}}]}"#)
    #expect(
      ending.errors == """
        fixed 1 finding in 1 file; 1 fix left out, since it would make something worse
        checked 1 figure: 1 error in 1 file

        """)
  }

  @Test func touchesNothingThatIsNoFigure() throws {
    try directory.write(#"{"a": [NaN, ]}"#, to: "other.json")
    try directory.write("[1, 2, }", to: "broken.json")
    _ = try run("--fix", "--unsafe-fixes", ".")
    #expect(directory.contents("other.json") == #"{"a": [NaN, ]}"#)
    #expect(directory.contents("broken.json") == "[1, 2, }")
  }

  @Test func fixesManyFilesAtOnce() throws {
    for index in 0..<40 { try directory.write(Self.flawed, to: "many/\(index).json") }
    let ending = try run("--fix", "--jobs", "4", "many")
    #expect(ending.errors == "fixed 160 findings in 40 files\nchecked 40 figures: 120 errors in 40 files\n")
    for index in 0..<40 { #expect(directory.contents("many/\(index).json") == Self.safelyFixed) }
    #expect(try directory.names() == ["fig.json", "many"])
  }

  @Test func exitsAsTold() throws {
    try directory.write(#"{"data": [{"y": [NaN]}]}"#, to: "fig.json")
    #expect(try run("--exit-zero", "fig.json").code == 0)
    #expect(try run("--exit-zero", "none.json").code == 2)
    #expect(try run("--fix", "--exit-non-zero-on-fix", "fig.json").code == 1)
    #expect(try run("--fix", "--exit-non-zero-on-fix", "fig.json").code == 0)
    #expect(try run("--exit-zero", "--fail-on", "warning", "fig.json").code == 2)
  }

  @Test func refusesFixesInLinesMode() throws {
    let ending = try Program.run("check", "--as", "lines", "--fix", "-")
    #expect(ending.code == 2)
    #expect(ending.errors.hasPrefix("error: --fix does not go with --as lines\n"))
  }
}
