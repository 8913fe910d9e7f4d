import Foundation
import TestSupport
import Testing

/// `figlint init`, apart from the git hook.
@Suite struct InitTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  @Test func writesAConfigurationThatChangesNothing() throws {
    let ending = try Program.run("init", in: directory.path)
    #expect(ending == Ending(code: 0, output: "", errors: "wrote figlint.json\n"))
    try expectGolden("init", try #require(directory.contents("figlint.json")))
    try directory.write(Figure.misspelt, to: "fig.json")
    let arguments = ["check", "--format", "json", "fig.json"]
    #expect(
      try Program.run(arguments, in: directory.path) == Program.run(arguments + ["--no-config"], in: directory.path))
  }

  @Test func everyExampleInItIsRight() throws {
    _ = try Program.run("init", in: directory.path)
    let text = try #require(directory.contents("figlint.json"))
    // All keys at once: the comments that hold members.
    let members = text.split(separator: "\n").map { $0.replacing(/^  \/\/ "/, with: "  \"") }
    #expect(members.count { $0.hasPrefix("  \"") } > 10)
    try directory.write(members.joined(separator: "\n"), to: "figlint.json")
    try directory.write(#"{"version": 1, "findings": []}"#, to: "figlint-baseline.json")
    // All rules are on: the figure has a title, too.
    try directory.write(
      #"{"data": [{"type": "bar", "y": [1, 2]}], "layout": {"title": {"text": "a"}}}"#, to: "fig.json")
    #expect(
      try Program.run("check", in: directory.path)
        == Ending(code: 0, output: "", errors: "checked 1 figure: no findings\n"))
  }

  @Test func replacesNothingUnlessTold() throws {
    try directory.write("{}", to: "figlint.json")
    let ending = try Program.run("init", in: directory.path)
    #expect(ending.code == 2)
    #expect(
      ending.errors
        == "error: 'figlint.json' is there already\n  help: --force replaces it, --output FILE writes elsewhere\n")
    #expect(directory.contents("figlint.json") == "{}")
    #expect(try Program.run("init", "--force", in: directory.path).code == 0)
    try directory.write("{}", to: "sub/.figlint.json")
    #expect(try Program.run("init", in: directory.path + "/sub").code == 2)
  }

  @Test func printsTheSchemaOfTheConfiguration() throws {
    let ending = try Program.run("init", "--schema", in: directory.path)
    #expect(ending.code == 0)
    try expectGolden("init-schema", ending.output)
    let schema = try ending.json()
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    #expect((schema["properties"] as? [String: Any])?["per-file-ignores"] != nil)
  }
}
