import Testing

@testable import Arguments

@Suite struct HelpTests {
  @Test(arguments: [
    ("", "studio"), ("paint", "studio-paint"), ("gallery", "studio-gallery"), ("gallery show", "studio-gallery-show"),
  ])
  func readsWell(line: String, golden: String) throws {
    guard case .help(let text) = try Sample.root.parse(Sample.words(line) + ["--help"]) else {
      throw Sample.Unexpected()
    }
    try expectGolden(text, golden + ".help.txt")
  }

  @Test func fitsEightyColumns() {
    for (typedName, command) in Sample.root.allCommands {
      for line in command.helpText(as: typedName, isRoot: false).split(separator: "\n") {
        #expect(line.unicodeScalars.count <= 80)
        #expect(line.last != " ")
      }
    }
  }

  @Test func namesEveryRow() {
    for (typedName, command) in Sample.root.allCommands {
      let text = command.helpText(as: typedName, isRoot: false)
      for row in command.options { #expect(text.contains(row.synopsis)) }
      for row in command.positionals { #expect(text.contains("  \(row.usageName)")) }
      for inner in command.commands { #expect(text.contains("  \(inner.name) ")) }
    }
  }

  @Test(arguments: [
    ("", 5, []), ("a", 5, ["a"]), ("aa bb cc", 5, ["aa bb", "cc"]), ("abcdefgh ij", 5, ["abcdefgh", "ij"]),
    ("éé bb c", 5, ["éé bb", "c"]), ("  a   b ", 5, ["a b"]),
  ])
  func breaksLinesAtSpaces(text: String, width: Int, expected: [String]) {
    #expect(TextWrapping.lines(text, width: width) == expected)
  }

  @Test func tellsTheSameInMarkdownAndAsAManualPage() throws {
    try expectGolden(Sample.root.markdownReference(), "studio.md")
    try expectGolden(Sample.root.manualPage(version: "1.2.3", date: "2026-11-23"), "studio.1")
  }
}
