import Foundation
import TestSupport
import Testing

/// Where reports go, and what becomes of findings when they cannot go there.
@Suite struct ReportDestinationTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Figure.misspelt, to: "a.json")
    try directory.write(Figure.badValue, to: "b.json")
  }

  private static let short = """
    a.json:1:40: error S001 data[0].opacty: unknown attribute 'opacty'
    b.json:1:51: error S002 data[0].opacity: 2 is above the maximum 1

    """

  @Test(arguments: ["sarif", "junit", "text", "jsonl"]) func findingsOutliveAReportThatCannotBeWritten(format: String)
    throws
  {
    let ending = try Program.run(
      "check", "--format", format, "--output", "none/report", "a.json", "b.json", in: directory.path)
    #expect(ending.code == 2)
    #expect(ending.output == Self.short)
    #expect(
      ending.errors == """
        error: cannot write 'none/report': no such directory
          help: make the directory first
        checked 2 figures: 2 errors in 2 files

        """)
  }

  /// A disk that is full, which shows when the report is over, or in the midst of it.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")), arguments: [1, 2_000])
  func findingsOutliveAFullDisk(times: Int) throws {
    let paths = (0..<times).flatMap { _ in ["a.json", "b.json"] }
    let ending = try Program.run(["check", "--format", "sarif", "--output", "/dev/full"] + paths, in: directory.path)
    #expect(ending.code == 2)
    #expect(ending.output == String(repeating: Self.short, count: times))
    #expect(ending.errors.hasPrefix("error: cannot write '/dev/full': no space left\n"))
    #expect(ending.errors.split(separator: "\n").count == 3)
  }

  @Test func statisticsAndVersionsOutliveTheirReport() throws {
    let table = try Program.run("check", "--statistics", "--output", "none/report", "a.json", in: directory.path)
    #expect(table.code == 2)
    #expect(table.output.contains("S001"))
    let versions = try Program.run("check", "--compat", "--output", "none/report", "a.json", in: directory.path)
    #expect(versions.code == 2)
    #expect(versions.output.hasPrefix("a.json: no plotly.js takes all of it"))
  }

  @Test func addsToTheSummaryOfAStep() throws {
    try directory.write("# Before\n", to: "summary")
    let ending = try Program.shell(
      "GITHUB_STEP_SUMMARY=summary GITHUB_WORKSPACE='\(directory.path)/..' $figlint check --format github a.json",
      in: directory.path)
    #expect(ending.code == 1)
    let name = (directory.path as NSString).lastPathComponent
    #expect(ending.output.hasPrefix("::error file=\(name)/a.json,line=1,endLine=1,col=40,endColumn=48,title=S001 "))
    let summary = try #require(directory.contents("summary"))
    #expect(summary.hasPrefix("# Before\n## figlint\n\nchecked 1 figure: 1 error in 1 file\n"))
    #expect(summary.contains("| S001 unknown-attribute |"))
    let unwritable = try Program.shell(
      "GITHUB_STEP_SUMMARY=none/summary $figlint check --format github a.json", in: directory.path)
    #expect(unwritable.code == 1)
    #expect(unwritable.errors.hasPrefix("warning: cannot write 'none/summary': no such directory\n"))
  }
}
