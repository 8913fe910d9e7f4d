import Foundation
import TestSupport
import Testing

/// `--format html` and `--embed-plotly`.
@Suite struct PageTests {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Figure.misspelt, to: "a.json")
    try directory.write(Figure.clean, to: "b.json")
    try directory.write("var Plotly = {};", to: "plotly.min.js")
  }

  @Test func namesItsScriptByTheHash() throws {
    let page = try Program.run("check", "--format", "html", "a.json", in: directory.path).output
    let script = try #require(page.components(separatedBy: "<script>").last?.components(separatedBy: "</script>")[0])
    try directory.write(script, to: "script")
    let digest = try directory.run("sh", "-c", "sha256sum script | cut -c1-64")
    let hexadecimal = String(decoding: digest, as: UTF8.self).prefix(64)
    guard hexadecimal.utf8.count == 64 else { return }  // no such program here
    let bytes = stride(from: 0, to: 64, by: 2).compactMap { UInt8(hexadecimal.dropFirst($0).prefix(2), radix: 16) }
    #expect(page.contains("script-src 'sha256-\(Data(bytes).base64EncodedString())';"))
  }

  @Test func drawsFigures() throws {
    let ending = try Program.run(
      "check", "--format", "html", "--embed-plotly", "plotly.min.js", "--output", "page.html", "a.json", "b.json",
      in: directory.path)
    #expect(ending.code == 1)
    let page = try #require(directory.contents("page.html"))
    #expect(page.contains("<script>var Plotly = {};</script>"))
    #expect(page.components(separatedBy: #""figures":["#).count == 3)
  }

  @Test func refusesALibraryThatCannotBeUsed() throws {
    try directory.write("something else", to: "other.js")
    for (arguments, message) in [
      (["--format", "html", "--embed-plotly", "other.js"], "--embed-plotly: 'other.js' is no plotly.js"),
      (["--format", "html", "--embed-plotly", "none.js"], "--embed-plotly: cannot read 'none.js'"),
      (["--embed-plotly", "plotly.min.js"], "--embed-plotly goes with --format html only"),
    ] {
      let ending = try Program.run(["check"] + arguments + ["a.json"], in: directory.path)
      #expect(ending.code == 2)
      #expect(ending.errors.hasPrefix("error: \(message)"), "\(ending.errors)")
    }
  }
}

/// `--if-figure`: what hooks say.
@Suite struct HookTests {
  @Test func passesOverNamedFilesThatAreNoFigures() throws {
    let directory = try TemporaryDirectory()
    try directory.write(Figure.misspelt, to: "a.json")
    try directory.write(#"{"name": "x"}"#, to: "package.json")
    try directory.write(#"{"name": "#, to: "cut.json")
    try directory.write(#"{"data": [{"type": "bar", "y": [1"#, to: "cut-figure.json")
    let quiet = try Program.run("check", "--if-figure", "package.json", "cut.json", in: directory.path)
    #expect(quiet == Ending(code: 0, output: "", errors: "checked 0 figures: no findings\n"))
    let figures = try Program.run(
      "check", "--if-figure", "--format", "concise", "package.json", "a.json", "cut-figure.json", in: directory.path)
    #expect(figures.code == 1)
    #expect(figures.lines.count == 2)
    let unreadable = try Program.run("check", "--if-figure", "none.json", in: directory.path)
    #expect(unreadable.code == 2)
  }

  /// The manifest that pre-commit reads says what this figlint takes.
  @Test func theManifestNamesOptionsThatThereAre() throws {
    let manifest = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../.pre-commit-hooks.yaml")
    let text = try String(contentsOf: manifest, encoding: .utf8)
    let entries = text.split(separator: "\n").compactMap { $0.wholeMatch(of: #/  entry: figlint (.*)/#)?.1 }
    #expect(entries.count == 4)
    let directory = try TemporaryDirectory()
    try directory.write(Figure.clean, to: "a.json")
    for entry in entries {
      let ending = try Program.run(entry.split(separator: " ").map { String($0) } + ["a.json"], in: directory.path)
      #expect(ending.code == 0, "\(entry): \(ending.errors)")
    }
  }
}

/// `figlint man`.
@Suite struct ManualTests {
  @Test func holdsEveryCommandAndOption() throws {
    let page = try Program.run("man")
    #expect(page.code == 0)
    #expect(page.output.hasPrefix(#".TH "FIGLINT" 1 "#))
    for word in [#".SH "FIGLINT CHECK""#, #"\-\-max\-findings"#, #".SH "FIGLINT SCHEMA DIFF""#] {
      #expect(page.output.contains(word), "\(word)")
    }
    let markdown = try Program.run("man", "--format", "markdown")
    #expect(markdown.output.hasPrefix("# figlint\n"))
    #expect(markdown.output.contains("## figlint check\n"))
  }
}
