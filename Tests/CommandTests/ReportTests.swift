import Foundation
import TestSupport
import Testing

/// What a run says, and where.
@Suite struct ReportTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Figure.misspelt, to: "a.json")
    try directory.write(Figure.badValue, to: "b.json")
    try directory.write(Figure.clean, to: "c.json")
  }

  private func run(_ arguments: String...) throws -> Ending {
    try Program.run(["check"] + arguments, in: directory.path)
  }

  @Test(arguments: ["sales", "old", "cut"]) func reportsFiguresAsTheGoldensSay(name: String) throws {
    try expectGolden(name, try Program.run("check", "\(name).json").output)
    try expectGolden(name + ".concise", try Program.run("check", "--format", "concise", "\(name).json").output)
  }

  @Test func saysLittleOfWhatIsClean() throws {
    let ending = try Program.run("check", "clean.json")
    #expect(ending == Ending(code: 0, output: "", errors: "checked 1 figure: no findings\n"))
  }

  @Test func writesTheReportToAFileAndTheSummaryToStandardError() throws {
    try directory.write("old", to: "report")
    let ending = try run("--format", "json", "--output", "report")
    #expect(ending == Ending(code: 1, output: "", errors: "checked 3 figures: 2 errors in 2 files\n"))
    #expect(directory.contents("report") == (try run("--format", "json").output))
    #expect(try directory.names() == ["a.json", "b.json", "c.json", "report"])
  }

  @Test func leavesAnOldReportWhenThereIsNoNewOne() throws {
    try directory.write("old", to: "report")
    #expect(try run("--output", "report", "--target", "9").code == 2)
    #expect(directory.contents("report") == "old")
  }

  @Test func writesAReportOfNothing() throws {
    #expect(try run("--format", "json", "--output", "report", "c.json").code == 0)
    #expect(directory.contents("report")?.contains(#""findings":[]"#) == true)
    #expect(try run("--format", "jsonl", "--output", "report", "c.json").code == 0)
    #expect(directory.contents("report") == "")
  }

  @Test func printsNoMoreFindingsThanWanted() throws {
    let ending = try run("--max-findings", "1", "--format", "concise")
    #expect(ending.code == 1)
    #expect(ending.lines.count == 1)
    #expect(ending.errors == "checked 3 figures: 2 errors in 2 files; 1 finding not shown\n")
    let none = try run("--max-findings", "0", "--format", "json")
    #expect(none.code == 1)
    let summary = try #require(try none.json()["summary"] as? [String: Int])
    #expect(summary["suppressed"] == 2)
    #expect(summary["errors"] == 2)
  }

  @Test func countsRulesInPlaceOfFindings() throws {
    let ending = try run("--statistics", "a.json", "a.json", "b.json")
    #expect(ending.code == 1)
    #expect(
      ending.output == """
        count  rule  name               severity
            2  S001  unknown-attribute  error
            1  S002  invalid-value      error

        """)
    #expect(try run("--statistics", "--output", "table", "a.json").output == "")
    #expect(directory.contents("table")?.contains("S001") == true)
  }

  @Test func isQuietOrVerbose() throws {
    #expect(try run("--quiet").errors == "")
    #expect(try run("--quiet").output == (try run().output))
    #expect(
      try run("--verbose").errors
        == "checked a.json\nchecked b.json\nchecked c.json\nchecked 3 figures: 2 errors in 2 files\n")
    let both = try run("--quiet", "--verbose")
    #expect(both.code == 2)
    #expect(both.errors.hasPrefix("error: options '--quiet' and '--verbose' exclude each other\n"))
    // Errors are said all the same.
    #expect(try run("--quiet", "none.json").errors.hasPrefix("error: cannot read 'none.json'"))
  }

  @Test func coloursWhenTold() throws {
    #expect(try !run().output.contains("\u{1b}"))
    #expect(try run("--color", "always").output.contains("\u{1b}["))
    #expect(try !run("--color", "always", "--format", "json").output.contains("\u{1b}"))
    // Colours are for terminals, which a file is not.
    #expect(try run("--color", "always", "--output", "report").code == 1)
    #expect(directory.contents("report")?.contains("\u{1b}") == false)
  }

  @Test func reportsInputsInTheOrderOfTheArguments() throws {
    let ending = try run("--format", "concise", "b.json", "c.json", "a.json", "b.json")
    #expect(ending.lines.map { $0.prefix(6) } == ["b.json", "a.json", "b.json"])
  }
}
