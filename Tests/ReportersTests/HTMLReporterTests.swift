import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reporters

@Suite struct HTMLReporterTests {
  /// What stands in the page as JSON.
  private func data(_ page: [UInt8]) throws -> (json: Data, value: [String: Any]) {
    let start = try #require(page.firstRange(of: Array(#"id="data">"#.utf8))?.upperBound)
    let end = try #require(page[start...].firstRange(of: Array("</script>".utf8))?.lowerBound)
    let json = Data(page[start..<end])
    return (json, try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any]))
  }

  @Test(arguments: 0..<100) func holdsFindingsAsTextWhateverTheyHold(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let markup = ["</script><script>x()</script>", "<!--", "]]>", "&lt;", "\u{2028}", "<script", "-->"]
    let findings = (0..<random.number(1...5)).map { _ in
      var finding = random.finding()
      finding.message += markup[random.number(0...markup.count - 1)]
      finding.path.append(.key(markup[random.number(0...markup.count - 1)]))
      return finding
    }
    let name = markup[random.number(0...markup.count - 1)] + random.text()
    let page = report(Sample(name: "", file: name, findings: findings), .html)
    let (json, value) = try data(page)
    let isPlain = !json.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "&") }
    #expect(isPlain, "seed \(seed)")
    let files = try #require(value["files"] as? [[String: Any]])
    let shown = try #require(files.first?["findings"] as? [[String: Any]])
    #expect(shown.map { $0["rule"] as? String } == findings.map { "\($0.rule)" })
    #expect(shown.map { $0["line"] as? Int } == findings.map(\.start.line))
    // The page has its two scripts and no other.
    #expect(String(decoding: page, as: UTF8.self).components(separatedBy: "<script").count == 3, "seed \(seed)")
  }

  @Test func marksThePartOfTheLine() throws {
    let files = try data(report(.figure, .html)).value["files"] as? [[String: Any]]
    let findings = try #require(files?.first?["findings"] as? [[String: Any]])
    #expect(findings[0]["frame"] as? [String] == [#"      "mode": "#, #""lines+marker""#, ","])
  }

  @Test func drawsTheFiguresThatItGets() throws {
    var context = ReportContext.test()
    context.plotly = PageScript(Array("var Plotly = '</script>';".utf8))
    var reporter = ReportFormat.html.makeReporter(context)
    var page: [UInt8] = []
    reporter.begin(into: &page)
    reporter.attach(.text(Array(#"{"data": "</script>"}"#.utf8)), to: "a.json")
    reporter.report([], in: "a.json", into: &page)
    reporter.report([], in: "b.json", into: &page)
    reporter.attach(.tooLarge(12_345_678), to: "c.json")
    reporter.report(Sample.figure.findings, in: "c.json", into: &page)
    reporter.attach(.text(Array("{}".utf8)), to: "d.json")
    var secret = Sample.figure.findings[0]
    secret.rule = RuleID("X", 3)
    reporter.report([secret], in: "d.json", into: &page)
    reporter.finish(RunSummary(), into: &page)
    let files = try #require(try data(page).value["files"] as? [[String: Any]])
    #expect(files.map { $0["name"] as? String } == ["a.json", "c.json", "d.json"])
    #expect(files[0]["figures"] as? [String] == [#"{"data": "</script>"}"#])
    #expect(files[1]["figures"] == nil && (files[1]["note"] as? String)?.contains("12,345,678 bytes") == true)
    #expect(files[2]["figures"] == nil && (files[2]["note"] as? String)?.contains("secret") == true)
    let text = String(decoding: page, as: UTF8.self)
    #expect(text.contains(#"<script>var Plotly = '<\/script>';</script>"#))
    #expect(text.contains("script-src 'sha256-HASH' 'sha256-HASH' 'unsafe-eval'; worker-src blob:;"))
  }

  @Test(arguments: [
    ("a</script >b", "a<\\/script >b"), ("a</SCRIPT>", "a<\\/SCRIPT>"), ("a<!--b", "a<\\!--b"),
    ("a</scrip", "a</scrip"),
    ("1</2/1", "1</2/1"), ("a\r\nb\rc\n", "a\nb\nc\n"), ("a\0", "a\u{FFFD}"), ("<", "<"), ("a<!b", "a<!b"),
  ])
  func scriptsCannotEndThemselves(source: String, text: String) {
    #expect(String(decoding: PageScript(Array(source.utf8)).text, as: UTF8.self) == text)
  }

  @Test func theScriptOfThePageIsWhatItsFileHolds() throws {
    let file = Fixture.folder.appending(path: "../../../Sources/CReportPage/page.js")
    let source = try Array(Data(contentsOf: file))
    #expect(PageParts.script == source)
    // Its hash is that of what a browser reads.
    #expect(PageScript(source).text == source)
    #expect(!String(decoding: source, as: UTF8.self).contains("innerHTML"))
  }
}
