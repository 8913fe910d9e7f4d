import Foundation
import TestSupport
import Testing

/// Standard input and output, and streams that are closed or broken.
@Suite struct StandardStreamTests {
  @Test func checksStandardInput() throws {
    let ending = try Program.run("check", "--format", "concise", "-", input: Figure.misspelt.utf8)
    #expect(ending.code == 1)
    #expect(ending.output.hasPrefix("-:1:40: error S001"))
    let named = try Program.run(
      "check", "--format", "concise", "--stdin-filename", "figs/a.json", "-", input: Figure.misspelt.utf8)
    #expect(named.output.hasPrefix("figs/a.json:1:40: error S001"))
  }

  @Test func checksStandardInputAmongFiles() throws {
    let ending = try Program.run(
      "check", "-f", "concise", "sales.json", "-", "old.json", input: Figure.misspelt.utf8)
    let files = ending.lines.map { String($0.prefix { $0 != ":" }) }
    #expect(files.firstIndex(of: "-").map { files[$0 - 1] == "sales.json" && files[$0 + 1] == "old.json" } == true)
  }

  @Test func namesStandardInputThatIsNoFigure() throws {
    let ending = try Program.run("check", "-", input: "5".utf8)
    #expect(ending.code == 2)
    #expect(ending.errors.hasPrefix("error: '-' is JSON but no figure\n"))
    #expect(try Program.run("check", "-", input: []).code == 1)
  }

  @Test func saysThatAStreamIsClosed() throws {
    let input = try Program.shell(#""$figlint" check - <&-"#)
    #expect(input.code == 2)
    #expect(input.errors.hasPrefix("error: cannot read 'standard input': it is closed\n"))
    let lines = try Program.shell(#""$figlint" check --as lines - <&-"#)
    #expect(lines.code == 2)
    #expect(lines.errors == "error: cannot read 'standard input': it is closed\n")
    let output = try Program.shell(#""$figlint" check sales.json >&-"#)
    #expect(output.code == 2)
    #expect(output.errors.contains("error: cannot write 'standard output': it is closed\n"))
    #expect(try Program.shell(#""$figlint" check sales.json 2>&-"#).code == 1)
  }

  @Test func keepsTheReportCleanWhenStandardErrorIsClosed() throws {
    let directory = try TemporaryDirectory()
    try directory.write(Figure.misspelt, to: "a.json")
    let ending = try Program.shell(#""$figlint" check -f json -o report a.json >&- 2>&-"#, in: directory.path)
    #expect(ending.code == 1)
    #expect(
      directory.contents("report") == (try Program.run("check", "-f", "json", "a.json", in: directory.path).output))
  }

  @Test func endsQuietlyWhenNobodyReads() throws {
    let many = Array(repeating: "sales.json", count: 2000).joined(separator: " ")
    let ending = try Program.shell(#""$figlint" check -q \#(many) | head -1"#)
    #expect(
      ending
        == Ending(
          code: 0, output: "sales.json:7:18: error S001 data[0].marker.colour: unknown attribute 'colour'\n", errors: ""
        ))
    // Where the signal is ignored, as under many supervisors, the write fails.
    let ignoring = try Program.shell(#"trap '' PIPE; "$figlint" check -q \#(many) | head -1"#)
    #expect(ignoring == ending)
    let lines = try Program.shell(#"trap '' PIPE; yes '{}' | head -50000 | "$figlint" check --as lines - | head -1"#)
    #expect(lines.lines.count == 1)
    #expect(lines.errors == "" || !lines.errors.contains("figlint"))
    #expect(try Program.shell(#""$figlint" rules | head -1"#).errors == "")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"))) func saysThatAReportDoesNotFit() throws {
    for line in ["check sales.json >/dev/full", "check -o /dev/full sales.json", "rules >/dev/full"] {
      let ending = try Program.shell(#""$figlint" \#(line)"#)
      #expect(ending.code == 2)
      #expect(ending.errors.contains("no space left\n  help: make room, or write elsewhere\n"))
    }
  }
}
