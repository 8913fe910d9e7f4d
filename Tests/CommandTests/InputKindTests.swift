import Foundation
import TestSupport
import Testing

/// Files that hold figures: notebooks, pages, compressed files, files of lines.
@Suite struct InputKindTests {
  private static let notebook =
    #"{"cells": [{"outputs": [{"data": {"application/vnd.plotly.v1+json": \#(Figure.misspelt)}}]}], "nbformat": 4}"#
  private static let page =
    #"<script src="https://cdn.plot.ly/plotly-2.35.2.min.js"></script><script>Plotly.newPlot("a", [{"opacty": 1}])</script>"#

  /// Archives of zlib: of a figure with one warning, and of one of 2 MB of white space before it.
  private static let archive = Golden(folder: "Inflation").folder.appending(path: "best.gz")

  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try directory.write(Self.notebook, to: "a.ipynb")
    try directory.write(#"{"cells": [], "nbformat": 4}"#, to: "none.ipynb")
    try directory.write(Self.page, to: "b.html")
    try directory.write("<p>Plotly</p>", to: "other.html")
    try directory.write("<script>Plotly.newPlot('a', data)</script>", to: "unread.htm")
    try directory.write(Figure.misspelt + "\n\n" + Figure.clean, to: "c.jsonl")
    try directory.write(#"{"time": 1}"#, to: "log.jsonl")
    try FileManager.default.copyItem(
      at: Self.archive, to: URL(filePath: directory.path).appending(path: "d.json.gz"))
  }

  private func run(_ arguments: String...) throws -> Ending {
    try Program.run(["check", "--no-config"] + arguments, in: directory.path)
  }

  @Test func takesThemFromDirectories() throws {
    let ending = try run("--format", "jsonl")
    #expect(ending.code == 1)
    let findings = try ending.jsonLines()
    #expect(findings.map { $0["file"] as? String } == ["a.ipynb", "b.html", "d.json.gz"])
    #expect(findings[0]["cell"] as? Int == 0 && findings[0]["output"] as? Int == 0)
    #expect(findings[1]["figure"] as? Int == 0 && findings[1]["targets"] as? [String] == ["2.35.2"])
    #expect(ending.errors == "checked 3 figures: 2 errors, 1 warning in 3 files\n")
  }

  @Test func saysWhatIsNotCheckedOfNamedFiles() throws {
    let unread = try run("unread.htm")
    #expect(unread.code == 0 && unread.errors.hasPrefix("unread.htm:1:9: note: not checked: the data of this figure"))
    let none = try run("none.ipynb")
    #expect(none.code == 0 && none.errors.hasPrefix("none.ipynb: note: no output of the notebook is a plotly figure\n"))
    #expect(try run("other.html").code == 2)
    try directory.write("[1]", to: "list.ipynb")
    let list = try run("list.ipynb")
    #expect(list.code == 2 && list.errors.hasPrefix("error: 'list.ipynb' is JSON but no notebook\n"))
    #expect(try run("--as", "html", "other.html").code == 0)
    #expect(try run("log.jsonl").code == 2)
  }

  @Test func checksEachLineOfAFileOfLines() throws {
    let ending = try run("--format", "jsonl", "c.jsonl")
    #expect(try ending.jsonLines().map { $0["figure"] as? Int } == [0])
    #expect(ending.errors == "checked 2 figures: 1 error in 1 file\n")
  }

  @Test func fixesFiguresInAllOfThem() throws {
    try directory.write(Figure.clean + "\n" + Figure.misspelt + "\n{\"data\": [", to: "c.jsonl")
    #expect(try run("--fix", "--unsafe-fixes", "a.ipynb", "b.html", "c.jsonl").code == 1)
    #expect(directory.contents("a.ipynb") == Self.notebook.replacing("opacty", with: "opacity"))
    #expect(directory.contents("b.html") == Self.page.replacing("opacty", with: "opacity"))
    // A line that is broken hinders no other.
    #expect(
      directory.contents("c.jsonl") == Figure.clean + "\n" + Figure.misspelt.replacing("opacty", with: "opacity")
        + "\n{\"data\": [")
  }

  @Test func saysWhatIsWrongWithAnArchive() throws {
    let whole = [UInt8](try Data(contentsOf: Self.archive))
    try directory.write(whole[..<(whole.count / 2)], to: "cut.json.gz")
    let cut = try run("cut.json.gz", "d.json.gz")
    #expect(cut.code == 2)
    #expect(cut.errors.contains("cannot read 'cut.json.gz': the compressed data end in the middle, at byte 587"))
    // Places are those in the text.
    #expect(cut.output.hasPrefix("d.json.gz:249:4: warning D002 data[0].text: 'text' has 8 elements for 120 points\n"))
    #expect(cut.errors.contains("checked 1 figure: 1 warning in 1 file; 1 input not checked"))
    var damaged = whole
    damaged[damaged.count - 6] ^= 1
    try directory.write(damaged, to: "damaged.gz")
    #expect(try run("damaged.gz").errors.contains("do not match their checksum"))
  }
}
