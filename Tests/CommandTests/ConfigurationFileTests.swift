import Foundation
import TestSupport
import Testing

/// figlint.json: where it is found, what it says, and what is said when it is wrong.
@Suite struct ConfigurationFileTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Figure.misspelt, to: "S001.json")
    try directory.write(Figure.badValue, to: "S002.json")
    try directory.write(Figure.misspelt, to: "figs/a.json")
  }

  private func run(_ arguments: String..., in folder: String = "") throws -> Ending {
    try Program.run(["check", "--format", "concise"] + arguments, in: directory.path + "/" + folder)
  }

  /// The places and rules of the findings, in order, and the exit code.
  private func findings(_ arguments: String..., in folder: String = "") throws -> ([String], Int32) {
    let ending = try Program.run(
      ["check", "--format", "jsonl"] + arguments, in: directory.path + "/" + folder)
    return (
      try ending.jsonLines().map { "\($0["file"] ?? "") \($0["rule"] ?? "") \($0["severity"] ?? "")" }, ending.code
    )
  }

  // MARK: - What it says

  @Test func choosesRulesAndLevels() throws {
    let all = ["S001.json S001 error", "S002.json S002 error", "figs/a.json S001 error"]
    try directory.write("{}", to: "figlint.json")
    #expect(try findings() == (all, 1))
    try directory.write(#"{"select": ["S002"]}"#, to: "figlint.json")
    #expect(try findings() == ([all[1]], 1))
    try directory.write(#"{"select": "S", "ignore": "unknown-attribute"}"#, to: "figlint.json")
    #expect(try findings() == ([all[1]], 1))
    try directory.write(#"{"select": [], "extend-select": ["S002"]}"#, to: "figlint.json")
    #expect(try findings() == ([all[1]], 1))
    try directory.write(#"{"severities": {"S001": "warning", "S002": "off"}}"#, to: "figlint.json")
    #expect(try findings() == (["S001.json S001 warning", "figs/a.json S001 warning"], 0))
    try directory.write(#"{"severities": {"S": "warning"}, "fail-on": "warning"}"#, to: "figlint.json")
    #expect(try findings("S001.json") == (["S001.json S001 warning"], 1))
    try directory.write(#"{"fail-on": "never"}"#, to: "figlint.json")
    #expect(try findings() == (all, 0))
  }

  @Test func givesWayToTheCommandLine() throws {
    try directory.write(
      #"{"select": ["J"], "ignore": ["S001"], "fail-on": "never", "severities": {"S002": "off"}, "limits": {"depth": 2}}"#,
      to: "figlint.json")
    #expect(try findings("--select", "S", "--max-depth", "9", "S001.json") == (["S001.json S001 error"], 0))
    #expect(try findings("--select", "S", "--max-depth", "9", "S002.json") == (["S002.json S002 error"], 0))
    #expect(try findings("--max-depth", "9", "--extend-select", "S001", "S001.json").0 == ["S001.json S001 error"])
    #expect(try findings("--fail-on", "error", "S001.json") == (["S001.json J005 error"], 1))
    #expect(try findings("--no-config", "S001.json") == (["S001.json S001 error"], 1))
  }

  @Test func choosesTargets() throws {
    try directory.write(#"{"data": [{"type": "heatmapgl", "z": [[1]]}]}"#, to: "old.json")
    #expect(try run("old.json").code == 1)
    try directory.write(#"{"targets": ["2.35.2"]}"#, to: "figlint.json")
    #expect(try run("old.json").code == 0)
    #expect(try run("--target", "latest", "old.json").code == 1)
    try directory.write(#"{"targets": "2.35.2"}"#, to: "figlint.json")
    #expect(try run("old.json").code == 0)
    try directory.write(#"{"targets": ["lates"]}"#, to: "figlint.json")
    let ending = try run("old.json")
    #expect(ending.code == 2)
    #expect(ending.errors.hasPrefix("error: figlint.json: targets: 'lates' is no plotly.js version\n"))
  }

  @Test func leavesRulesOutInSomeFilesAndPlaces() throws {
    try directory.write(
      #"{"data": [{"opacty": 1, "marker": {"sise": 1}}, {"marker": {"sise": 2}}], "layout": {"titel": 1}}"#,
      to: "figs/b.json")
    func places(_ ignores: String) throws -> [String] {
      try directory.write("{\"per-file-ignores\": \(ignores)}", to: "figlint.json")
      return try run("figs/b.json").lines.map { String($0.split(separator: " ")[3].dropLast()) }
    }
    let all = ["data[0].opacty", "data[0].marker.sise", "data[1].marker.sise", "layout.titel"]
    #expect(try places("{}") == all)
    #expect(try places(#"{"figs/*.json": ["S001"]}"#) == [])
    #expect(try places(#"{"figs": ["S001"]}"#) == [])
    #expect(try places(#"{"b.json": "S"}"#) == [])
    #expect(try places(#"{"figs/*.json": ["S002"], "c.json": ["ALL"]}"#) == all)
    #expect(try places(#"{"figs/*.json#data[*].marker": ["S001"]}"#) == [all[0], all[3]])
    #expect(try places(##"{"#data[1]": ["S001"], "#layout.tit*": ["S001"]}"##) == [all[0], all[1]])
    #expect(try places(##"{"other/*#data[*]": ["S001"]}"##) == all)
    // Counts and exit code follow.
    _ = try places(#"{"figs/*.json": ["S001"]}"#)
    #expect(try run("figs/b.json") == Ending(code: 0, output: "", errors: "checked 1 figure: no findings\n"))
    #expect(try run("--max-findings", "1", "figs/b.json", "S002.json").lines.count == 1)
  }

  @Test func choosesFiles() throws {
    try directory.write(Figure.misspelt, to: "figs/x.fig")
    func files(_ configuration: String, _ arguments: String..., in folder: String = "") throws -> [String] {
      try directory.write(configuration, to: "figlint.json")
      return try run("--verbose", arguments.first ?? ".", in: folder).errorLines.filter {
        $0.hasPrefix("checked ") && !$0.contains(": ")
      }.map { String($0.dropFirst(8)) }
    }
    #expect(try files("{}") == ["S001.json", "S002.json", "figs/a.json"])
    #expect(try files(#"{"exclude": ["figs/", "/S001.json"]}"#) == ["S002.json"])
    #expect(try files(#"{"include": ["*.fig"]}"#) == ["figs/x.fig"])
    // Globs are relative to the file that holds them.
    #expect(try files(#"{"exclude": ["/figs/a.json"], "include": ["*.json", "*.fig"]}"#, in: "figs") == ["x.fig"])
    try directory.write(#"{"exclude": ["a.*"]}"#, to: "figs/figlint.json")
    #expect(try files("{}") == ["S001.json", "S002.json"])
  }

  // MARK: - Where it is

  @Test func holdsForWhatIsBelowIt() throws {
    try directory.write(#"{"ignore": ["S001"]}"#, to: "figs/figlint.json")
    try directory.write(Figure.misspelt, to: "figs/deep/b.json")
    #expect(try findings().0 == ["S001.json S001 error", "S002.json S002 error"])
    #expect(try findings(in: "figs/deep").0 == [])
    #expect(try findings("../../S001.json", "b.json", in: "figs/deep").0 == [])
    #expect(try findings(directory.path + "/figs/a.json", in: "..").0 == [])
    #expect(
      try Program.run("check", "--stdin-filename", "figs/c.json", "-", in: directory.path, input: Figure.misspelt.utf8)
        .code == 0)
    #expect(
      try Program.run("check", "--stdin-filename", "c.json", "-", in: directory.path, input: Figure.misspelt.utf8).code
        == 1)
    // The nearest one alone counts.
    try directory.write(#"{"ignore": ["S002"]}"#, to: "figlint.json")
    #expect(try findings().0 == ["S001.json S001 error"])
    try directory.write("{}", to: "figs/deep/.figlint.json")
    #expect(try findings().0 == ["S001.json S001 error", "figs/deep/b.json S001 error"])
    // Where there are both, the one without a dot counts.
    try directory.write(#"{"ignore": ["S001"]}"#, to: "figs/deep/figlint.json")
    #expect(try findings().0 == ["S001.json S001 error"])
  }

  @Test func isNotLookedForAboveTheRepository() throws {
    try directory.write(#"{"ignore": ["S001"]}"#, to: "figlint.json")
    #expect(try findings("figs").0 == [])
    try directory.write("gitdir: elsewhere", to: "figs/.git")
    #expect(try findings("a.json", in: "figs").0 == ["a.json S001 error"])
    try directory.write("{}", to: "figs/figlint.json")
    #expect(try findings("figs").0 == ["figs/a.json S001 error"])
  }

  @Test func isTheOneThatIsNamed() throws {
    try directory.write(#"{"ignore": ["S001"]}"#, to: "figlint.json")
    try directory.write(#"{"per-file-ignores": {"figs/": ["S001"]}, "ignore": ["S002"]}"#, to: "other/my.json")
    #expect(try findings("--config", "other/my.json").0 == ["S001.json S001 error"])
    let missing = try run("--config", "none.json")
    #expect(missing.code == 2)
    #expect(missing.errors.hasPrefix("error: configuration: cannot read 'none.json': no such file or directory\n"))
    #expect(try run("--config", "figlint.json", "--no-config").code == 2)
  }

  @Test func holdsForLinesToo() throws {
    try directory.write(#"{"ignore": ["S001"]}"#, to: "figlint.json")
    let ending = try Program.run(
      "check", "--as", "lines", "-", in: directory.path, input: (Figure.misspelt + "\n").utf8)
    #expect(ending.code == 0)
    #expect(ending.output.contains(#""ok":true"#))
  }

  // MARK: - What is wrong with it

  @Test func takesCommentsAndTrailingCommas() throws {
    try directory.write(
      "\u{feff}// one\r\n{ /* two\n */ \"$schema\": \"https://x/y.json\", // three\n \"ignore\": [\"S001\", ], /**/ }// end",
      to: "figlint.json")
    #expect(try run("S001.json").code == 0)
    try directory.write(" \n", to: "figlint.json")
    #expect(try run("S001.json").code == 1)
    try directory.write("// nothing yet\n", to: "figlint.json")
    #expect(try run("S001.json").code == 1)
  }

  @Test func namesAllThatIsWrong() throws {
    try directory.write(
      """
      {
        "tragets": ["latest"],
        "select": ["S001", "unknown-atribute", 5],
        "severities": {"S01": "eror", "Q": "off"},
        "fail-on": "info",
        "failOn": "error", // as others write it
        "per-file-ignores": {"*.json#data[": ["S001"], "a": {}},
        "limits": {"depth": 0, "size": 1},
        "include": true,
        "ignore": [],
        "ignore": ["é", "S001"],
        "xyzzy": 1
      }
      """, to: "figlint.json")
    let ending = try run("S001.json")
    #expect(ending.code == 2)
    #expect(ending.output == "")
    try expectGolden("configuration-errors", ending.errors)
  }

  @Test(arguments: [
    ("[]", "figlint.json:1:1: the configuration is an array, expected an object"),
    ("{\"ignore\": [\"S001\"] \"x\": 1}", "figlint.json:1:21: '\"' stands where ',' or '}' is needed"),
    ("{}\n/* {", "figlint.json:2:1: the comment that begins here has no end"),
    ("{\"ignore\": \"S001", "figlint.json:1:12: the string that begins here has no closing quote"),
    ("{\"é\": \"/*\", \"ignor\": 1}", "figlint.json:1:13: there is no key 'ignor'"),
  ]) func namesThePlace(text: String, message: String) throws {
    try directory.write(text, to: "figlint.json")
    let ending = try run("S001.json")
    #expect(ending.code == 2)
    #expect(ending.errorLines.contains { $0 == "error: " + message }, "\(ending.errors)")
  }

  @Test func checksTheRestWhereTheConfigurationOfAFolderIsWrong() throws {
    try directory.write("{", to: "figs/figlint.json")
    try directory.write(Figure.misspelt, to: "figs/b.json")
    let ending = try run()
    #expect(ending.code == 2)
    #expect(ending.lines.count == 2)
    #expect(ending.errorLines.count { $0.contains("figs/figlint.json:1:2: ") } == 1)
    #expect(ending.errors.hasSuffix("checked 2 figures: 2 errors in 2 files; 2 inputs not checked\n"))
  }
}
