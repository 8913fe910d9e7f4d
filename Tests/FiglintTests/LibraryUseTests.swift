// What a program does that uses the library: only what is public.
import Figlint
import Testing

@Suite struct LibraryUseTests {
  /// The example of README.
  @Test func readsLikeTheExample() throws {
    let json = #"{"data": [{"type": "bar", "y": [1, 2], "colour": "red"}]}"#

    let checker = try FigureChecker(targets: [.latest])
    let report = checker.check(json)
    var lines: [String] = []
    if !report.isClean {
      for finding in report.findings { lines.append("\(finding.start.line): \(finding.attribute): \(finding.message)") }
    }

    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("1: data[0].colour: "))
  }

  @Test func tellsAllAboutAFinding() throws {
    let json = "{\r\n  \"data\": [{\"é\": 1,\r\n    \"mode\": \"line\"}]}"
    let report = try FigureChecker().check(json, name: "fig.json")
    let finding = try #require(report.findings.last)
    #expect(report.findings.count == 2)
    #expect(finding.file == "fig.json")
    #expect(finding.rule == RuleID("S002"))
    #expect(finding.name == "invalid-value")
    #expect(finding.severity == .error)
    #expect(finding.code == .value)
    #expect(finding.container == .data)
    #expect(finding.trace == 0)
    #expect(finding.path == [.key("mode")])
    #expect(finding.attribute == "data[0].mode")
    #expect(finding.pointer == "/data/0/mode")
    #expect(Array(json.utf8)[finding.range].elementsEqual("\"line\"".utf8))
    #expect(finding.start == SourcePosition(line: 3, column: 13))
    #expect(finding.end == SourcePosition(line: 3, column: 19))
    #expect(finding.message.contains("line") && finding.help?.contains("lines") == true)
    #expect(finding.targets == ["4.1.1"])
  }

  @Test func takesTextBytesAndBorrowedBytes() throws {
    let checker = try FigureChecker(targets: [.version("4.1.1"), .chartStudio])
    let text = #"{"data":[{"colour":"é"}]}"#
    let report = checker.check(text)
    #expect(report.findings.count == 1)
    #expect(checker.check(Array(text.utf8)) == report)
    let bytes = Array(text.utf8)
    #expect(checker.check(bytes.span) == report)
    #expect(checker.check("{}").isClean)
  }

  @Test func isCleanWithWarningsOnly() throws {
    let report = try FigureChecker().check(#"{"data":[{"type":"bar","marker":{"pattern":{"shape":"nothing"}}}]}"#)
    #expect(report.isClean)
  }

  @Test func acceptsWhatHasACleanReport() throws {
    let checker = try FigureChecker()
    for text in ["{}", #"{"data":[{"colour":1}]}"#, #"{"data":[{"mode":"lines+x"}]}"#, "{", "1"] {
      #expect(checker.accepts(text) == checker.check(text).isClean, "\(text)")
      #expect(checker.accepts(Array(text.utf8)) == checker.accepts(text), "\(text)")
    }
  }

  @Test func worksFromManyTasksAtOnce() async throws {
    let checker = try FigureChecker(targets: [.latest, .version("2.35.2")])
    let figures = (0..<64).map { n in
      #"{"data":[{"type":"bar","y":[\#(n)],"colour":1},{"z":1,"mode":"l\#(n)"}],"layout":{"bargap":\#(n),"n\#(n)":NaN}}"#
    }
    let expected = figures.map { checker.check($0) }
    let found = await withTaskGroup(of: (Int, [Report]).self) { group in
      for (n, figure) in figures.enumerated() {
        group.addTask { (n, (0..<10).map { _ in checker.check(figure) }) }
      }
      return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    for (n, report) in expected.enumerated() { #expect(found[n] == Array(repeating: report, count: 10)) }
  }
}
