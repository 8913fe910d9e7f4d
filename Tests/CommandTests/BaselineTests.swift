import Foundation
import TestSupport
import Testing

/// `--baseline` and `--update-baseline`.
@Suite struct BaselineTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(
      #"{"data": [{"opacty": [1, 2], "y": [NaN, NaN]}, {"mode": "line"}], "layout": {"titel": {"text": "a b"}}}"#,
      to: "figs/a.json")
    try directory.write(Figure.misspelt, to: "b.json")
  }

  private func run(_ arguments: String..., in folder: String = "") throws -> Ending {
    try Program.run(
      ["check", "--format", "concise"] + arguments, in: directory.path + "/" + folder)
  }

  private var baseline: String { directory.contents("base.json") ?? "" }

  @Test func hidesWhatIsKnown() throws {
    let first = try run("--baseline", "base.json", "--update-baseline")
    #expect(
      first
        == Ending(
          code: 0, output: "",
          errors: "the baseline holds 6 findings: 6 new, 0 removed\nchecked 2 figures: no findings\n"))
    try expectGolden("baseline", baseline)
    let known = try run("--baseline", "base.json")
    #expect(known.code == 0)
    #expect(known.errors == "6 findings in the baseline not shown\nchecked 2 figures: no findings\n")
    // From wherever it is used.
    #expect(try run("--baseline", "../base.json", ".", "../b.json", in: "figs").output == "")
    // It is the same however often it is written.
    let text = baseline
    _ = try run("--baseline", "base.json", "--update-baseline", "--jobs", "4")
    #expect(baseline == text)
  }

  @Test func knowsFindingsAgainWhereverTheyStand() throws {
    _ = try run("--baseline", "base.json", "--update-baseline")
    try directory.write(
      "{\"layout\":{\"titel\":{\n\"text\"\n:\"a b\"}},\n\"data\":[{\"y\":[ NaN,NaN ],\"opacty\":[1,\t2]},{\"mode\":\"line\"}]}",
      to: "figs/a.json")
    #expect(try run("--baseline", "base.json").output == "")
  }

  @Test func reportsWhatIsNew() throws {
    _ = try run("--baseline", "base.json", "--update-baseline")
    // Another value, another key, the same in another trace, one more of the same.
    try directory.write(
      #"{"data": [{"opacty": [1, 3], "y": [NaN, NaN, NaN]}, {"mode": "linex"}], "layout": {"titel": {"text": "a  b"}}}"#,
      to: "figs/a.json")
    let ending = try run("--baseline", "base.json")
    #expect(ending.code == 1)
    #expect(
      ending.lines.map { $0.split(separator: " ")[3] } == [
        "data[0].opacty:", "data[0].y[2]:", "data[1].mode:", "layout.titel:",
      ])
    #expect(
      ending.errors.hasPrefix(
        "3 findings in the baseline not shown; 3 entries of the baseline are no longer needed: --update-baseline removes them\n"
      ))
  }

  @Test func dropsWhatIsGone() throws {
    _ = try run("--baseline", "base.json", "--update-baseline")
    try directory.write(Figure.clean, to: "b.json")
    #expect(
      try run("--baseline", "base.json", "b.json").errors == """
        1 entry of the baseline is no longer needed: --update-baseline removes it
        checked 1 figure: no findings

        """)
    // Files that are not looked at keep their entries, unless they are gone.
    #expect(
      try run("--baseline", "base.json", "--update-baseline", "b.json").errors.hasPrefix(
        "the baseline holds 5 findings: 0 new, 1 removed\n"))
    #expect(baseline.contains("figs/a.json") && !baseline.contains("b.json"))
    try FileManager.default.removeItem(atPath: directory.path + "/figs/a.json")
    _ = try run("--baseline", "base.json", "--update-baseline", "b.json")
    #expect(baseline == "{\n  \"version\": 1,\n  \"findings\": []\n}\n")
  }

  @Test func isNamedInTheConfiguration() throws {
    try directory.write(#"{"baseline": "known/base.json"}"#, to: "figlint.json")
    try directory.makeDirectory("known")
    let missing = try run()
    #expect(missing.code == 2)
    #expect(missing.errors.contains("known/base.json': no such file or directory\n  help: --update-baseline writes it"))
    #expect(try run("--update-baseline").code == 0)
    #expect(directory.contents("known/base.json")?.contains(#""file":"../"#) == false)
    #expect(try run().code == 0)
    #expect(try run("--no-config").code == 1)
  }

  @Test func goesWithFixes() throws {
    _ = try run("--baseline", "base.json", "--update-baseline")
    // What is known is left as it is.
    #expect(try run("--baseline", "base.json", "--fix", "--unsafe-fixes").code == 0)
    #expect(directory.contents("figs/a.json")?.contains("NaN") == true)
    try directory.write(#"{"data": [{"opacty": [1, 2], "y": [NaN, NaN, NaN]}]}"#, to: "figs/a.json")
    let ending = try run("--baseline", "base.json", "--fix", "figs")
    #expect(ending.errors.contains("fixed 1 finding in 1 file\n"))
    #expect(directory.contents("figs/a.json") == #"{"data": [{"opacty": [1, 2], "y": [NaN, NaN, null]}]}"#)
  }

  @Test(arguments: [
    ("", "base.json:1:1: the text is empty"), ("{}", "base.json:1:1: this is no baseline of figlint"),
    (
      #"{"version": 2, "findings": []}"#, "base.json:1:13: the baseline is of a version that this figlint does not know"
    ),
    (
      "{\"version\": 1, \"findings\": [\n{\"file\": \"a\"}]}",
      "base.json:2:1: an entry of a baseline has 'file', 'rule', 'pointer' and 'value'"
    ),
  ]) func namesWhatIsWrongWithIt(text: String, message: String) throws {
    try directory.write(text, to: "base.json")
    let ending = try run("--baseline", "base.json")
    #expect(ending.code == 2)
    #expect(ending.errorLines.first.map(String.init) == "error: " + message)
  }

  @Test func needsAFile() throws {
    #expect(try run("--update-baseline").errors.hasPrefix("error: --update-baseline needs a baseline\n"))
    #expect(try run("--baseline", "none.json").code == 2)
    #expect(try run("--baseline", "none/base.json", "--update-baseline").code == 2)
  }
}
