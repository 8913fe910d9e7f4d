import Foundation
import TestSupport
import Testing

/// One clear line for each thing that cannot be checked, exit code 2, and everything else is still checked.
@Suite struct BadInputTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Figure.misspelt, to: "misspelt.json")
    try directory.write(Figure.clean, to: "clean.json")
  }

  private func run(_ arguments: String...) throws -> Ending { try Program.run(arguments, in: directory.path) }

  private func check(_ arguments: String..., says message: String, help: String?) throws {
    let ending = try Program.run(["check"] + arguments + ["misspelt.json"], in: directory.path)
    #expect(ending.code == 2)
    #expect(ending.errorLines.first ?? "" == "error: " + message)
    if let help { #expect(ending.errorLines.dropFirst().first ?? "" == "  help: " + help) }
  }

  @Test func namesAMissingFileAndChecksTheOthers() throws {
    let ending = try run("check", "none.json", "misspelt.json")
    #expect(ending.code == 2)
    #expect(ending.output.contains("misspelt.json:1:40: error S001"))
    #expect(
      ending.errors == """
        error: cannot read 'none.json': no such file or directory
          help: check the spelling, and from which directory the path starts
        checked 1 figure: 1 error in 1 file; 1 input not checked

        """)
  }

  @Test func namesADirectoryWithoutFigures() throws {
    try directory.write("text", to: "inner/notes.txt")
    try directory.write("{}", to: "inner/other.json")
    try check(
      "inner", says: "no figures found in 'inner'",
      help: "figures are files named *.json; --include takes others, --verbose says what was passed over")
    // Also when something else is wrong.
    #expect(try run("check", "none.json", "inner").errors.contains("no figures found in 'inner'"))
  }

  @Test(.enabled(if: TemporaryDirectory.isBoundByPermissions)) func namesAnUnreadableFile() throws {
    try directory.write(Figure.clean, to: "secret.json")
    try directory.setPermissions("secret.json", to: 0)
    try check(
      "secret.json", says: "cannot read 'secret.json': permission denied",
      help: "make it readable: chmod u+r 'secret.json'")
  }

  @Test func namesWhatIsNoFile() throws {
    try directory.link("circle.json", to: "circle.json")
    try check("circle.json", says: "cannot read 'circle.json': its symbolic links lead in a circle", help: nil)
    try check("clean.json/x", says: "cannot read 'clean.json/x': not a directory", help: nil)
  }

  @Test func findsNoFigureInAnEmptyFile() throws {
    try directory.write("", to: "empty.json")
    let ending = try run("check", "--format", "concise", "empty.json")
    #expect(ending.code == 1)
    #expect(ending.output.hasPrefix("empty.json:1:1: error J001"))
  }

  @Test(arguments: ["5", "{}", "[1, 2]", #"{"name": "x", "data": 5}"#, "null"])
  func namesJSONThatIsNoFigure(text: String) throws {
    try directory.write(text, to: "other.json")
    try check(
      "other.json", says: "'other.json' is JSON but no figure",
      help: "a figure is an object with 'data' and 'layout'; if it is meant to be one, say --as figure")
  }

  @Test func passesOverJSONThatIsNoFigureWhenItIsFound() throws {
    try directory.write("5", to: "other.json")
    try directory.write("// a comment", to: "settings.json")
    let ending = try run("check")
    #expect(ending.code == 1)
    #expect(ending.errors == "checked 2 figures: 1 error in 1 file\n")
    #expect(
      try run("check", "--verbose").errors == """
        checked clean.json
        checked misspelt.json
        passed over other.json: no figure
        passed over settings.json: no figure
        checked 2 figures: 1 error in 1 file

        """)
  }

  @Test func takesABrokenFileForAFinding() throws {
    try directory.write(#"{"data": [{"type": "bar""#, to: "broken.json")
    let ending = try run("check", "--format", "concise", "broken.json")
    #expect(ending.code == 1)
    #expect(ending.output.hasPrefix("broken.json:1:25: error J001"))
  }

  @Test func checksWhatIsSaidToBeAFigure() throws {
    try directory.write("5\n", to: "number.json")
    let ending = try run("check", "--as", "figure", "--format", "jsonl", "number.json")
    #expect(ending.code == 1)
    let finding = try #require(try ending.jsonLines().first)
    #expect(finding["rule"] as? String == "S004")
    #expect(finding["code"] as? String == "object")
    #expect(finding["container"] as? String == "figure")
    #expect(finding["trace"] is NSNull)
    #expect(finding["offset"] as? Int == 0)
    #expect(finding["length"] as? Int == 1)
    #expect(finding["pointer"] as? String == "")
  }

  // MARK: - Options

  @Test func offersTheNearestOfEachKindOfName() throws {
    try check("--selct", "S", says: "unknown option '--selct'", help: "did you mean '--select'?")
    try check(
      "--format", "jsno",
      says: "'--format' does not accept 'jsno': use 'text', 'concise', 'json', 'jsonl', 'sarif', 'github', 'gitlab', "
        + "'junit', 'checkstyle' or 'html'",
      help: "did you mean 'json'?")
    try check("--target", "latst", says: "--target: 'latst' is no plotly.js version", help: "did you mean 'latest'?")
    try check(
      "--target", "4.1.7", says: "--target: no schema of plotly.js 4.1.7 is bundled",
      help: "'figlint schema fetch 4.1.7' gets it; the nearest bundled version is 4.1.1; "
        + "'figlint schema list' shows all")
    for option in ["--select", "--ignore", "--extend-select"] {
      try check(
        option, "unknwn-attribute", says: "\(option): no rule is called 'unknwn-attribute'",
        help: "did you mean 'unknown-attribute'? 'figlint rules' lists them")
    }
    try check(
      "--severity", "S001=warn",
      says: "'--severity' does not accept 'warn': use 'error', 'warning', 'info' or 'off'",
      help: "did you mean 'warning'?")
    try check(
      "--fail-on", "eror", says: "'--fail-on' does not accept 'eror': use 'error', 'warning' or 'never'",
      help: "did you mean 'error'?")
    try check(
      "--as", "figures",
      says: "'--as' does not accept 'figures': use 'auto', 'figure', 'template', 'grid', 'metadata', 'notebook', "
        + "'html' or 'lines'",
      help: "did you mean 'figure'?")
    try check(
      "--jobs", "0", says: "'--jobs' does not accept '0': use a whole number from 1 to 1024",
      help: "'figlint check --help' describes it")
  }

  @Test func namesATargetFileThatIsNone() throws {
    try check("--target", "none.json", says: "--target: cannot read 'none.json': no such file or directory", help: nil)
    try check(
      "--target", "clean.json", says: "--target: 'clean.json' is no plot-schema: 'traces' is missing",
      help: "give the plot-schema.json of a plotly.js release, or a version such as 'latest'")
  }

  @Test func saysWhereTheReportCannotGo() throws {
    try check(
      "--output", "none/report", says: "cannot write 'none/report': no such directory", help: "make the directory first"
    )
    try check("--output", ".", says: "cannot write '.': it is a directory", help: "name a file in it")
  }

  // MARK: - Names

  @Test func showsNamesWithoutObeyingThem() throws {
    let name = "ev\u{1b}[2Jil\n\u{202e}.json"
    try directory.write("5", to: name)
    let shown = #"ev\u{1b}[2Jil\n\u{202e}.json"#
    #expect(try run("check", name).errorLines.first ?? "" == "error: '\(shown)' is JSON but no figure")
    #expect(try run("check", "-v").errors.contains("passed over \(shown): no figure\n"))
    #expect(try run("check", "none" + name).errors.hasPrefix("error: cannot read 'none"))
    #expect(try run("check", "--as", "figure", name).lines.first?.hasPrefix(shown + ":1:1: error S004") == true)
    for ending in [try run("check", name), try run("check", "-v"), try run("check", "none" + name)] {
      #expect(!(ending.output + ending.errors).contains("\u{1b}"))
    }
  }

  @Test(.disabled(if: isDarwin, "its file systems have no such names")) func namesAFileWhoseNameIsNoUTF8() throws {
    let ending = try Program.shell(#"touch "$(printf 'a\377.json')" && "$figlint" check"#, in: directory.path)
    #expect(ending.code == 2)
    #expect(
      ending.errors.hasPrefix("error: cannot read 'a\u{fffd}.json': its name is not UTF-8\n  help: rename the file\n"))
    #expect(ending.output.contains("misspelt.json"))
  }
}

#if canImport(Darwin)
  private let isDarwin = true
#else
  private let isDarwin = false
#endif
