import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reporters

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reports that other programs read, read by other parsers, whatever findings hold.
@Suite struct ServiceReportTests {
  private func sample(_ seed: UInt64) -> Sample {
    var random = SeededRandom(seed: seed)
    return Sample(name: "", file: random.text(), findings: (0..<random.number(0...5)).map { _ in random.finding() })
  }

  @Test(arguments: 0..<50) func sarifHoldsEachFindingOnce(seed: UInt64) throws {
    let sample = sample(seed)
    let run = try sarifRun(report(sample, .sarif))
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["ruleId"] as? String } == sample.findings.map { "\($0.rule)" })
    let lines = results.map { result in
      let location = (result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any]
      return (location?["region"] as? [String: Int])?["startLine"]
    }
    #expect(lines == sample.findings.map(\.start.line))
    for (result, finding) in zip(results, sample.findings) {
      let text = try #require((result["message"] as? [String: String])?["text"])
      #expect(!text.contains("]("), "seed \(seed): a link")
      #expect((result["fixes"] == nil) == (finding.fix == nil || finding.fix?.edits.first?.range != finding.range))
    }
  }

  @Test func sarifNamesTheRuleOfAResult() throws {
    let run = try sarifRun(report(.figure, .sarif))
    let tool = run["tool"] as? [String: [String: Any]]
    let rules = try #require(tool?["driver"]?["rules"] as? [[String: Any]])
    for result in try #require(run["results"] as? [[String: Any]]) {
      // The samples of the tests know two rules.
      guard let index = result["ruleIndex"] as? Int else {
        #expect(result["ruleId"] as? String == "J004")
        continue
      }
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
  }

  @Test func sarifGivesThePlacesOfAllEditsOrNoFix() throws {
    var finding = Sample.figure.findings[0]
    var edit = Fix.Edit(range: 3..<5, text: "x")
    finding.fix = Fix(isSafe: true, edits: [edit])
    let without = Sample(name: "", file: "a", findings: [finding])
    #expect(!String(decoding: report(without, .sarif), as: UTF8.self).contains("fixes"))
    edit.start = SourcePosition(line: 2, column: 1)
    edit.end = SourcePosition(line: 2, column: 3)
    finding.fix?.edits = [edit]
    let with = Sample(name: "", file: "a", findings: [finding])
    let region = #""deletedRegion":{"startLine":2,"startColumn":1,"endLine":2,"endColumn":3}"#
    #expect(String(decoding: report(with, .sarif), as: UTF8.self).contains(region))
  }

  private func sarifRun(_ bytes: [UInt8]) throws -> [String: Any] {
    let log = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  @Test(arguments: 0..<50) func gitlabHoldsEachFindingUnderAnOwnFingerprint(seed: UInt64) throws {
    let sample = sample(seed)
    let issues = try #require(
      try JSONSerialization.jsonObject(with: Data(report(sample, .gitlab))) as? [[String: Any]])
    #expect(issues.count == sample.findings.count)
    #expect(Set(issues.compactMap { $0["fingerprint"] as? String }).count == issues.count)
  }

  @Test func fingerprintsStayWhenLinesMove() {
    var names = Fingerprints()
    var finding = Sample.figure.findings[0]
    let first = names.name(of: finding, in: "a.json")
    let second = names.name(of: finding, in: "a.json")
    #expect(first != second && first.utf8.count == 16)
    finding.start.line += 10
    finding.range = 1_000..<1_001
    #expect(names.name(of: finding, in: "b.json") != first)
    #expect(names.name(of: finding, in: "a.json") == first)
    #expect(names.name(of: finding, in: "a.json") == second)
    finding.path.append(.index(1))
    #expect(names.name(of: finding, in: "a.json") != first)
  }

  /// Each command is a line of its own, and unescaped again it says what was found.
  @Test(arguments: 0..<50) func githubTakesNoCommandFromAFinding(seed: UInt64) throws {
    let sample = sample(seed)
    let text = String(decoding: report(sample, .github), as: UTF8.self)
    let lines = text.split { $0 == "\n" || $0 == "\r" || $0 == "\r\n" || $0.isNewline }
    #expect(lines.count == sample.findings.count, "seed \(seed)")
    for line in lines {
      #expect(
        line.wholeMatch(
          of: /::(error|warning|notice) file=[^,:]*,line=\d+,endLine=\d+(,col=\d+,endColumn=\d+)?,title=[^,:]*::.*/)
          != nil,
        "seed \(seed): \(line)")
    }
  }

  @Test func githubShowsTheGravestAndSaysHowManyItDrops() {
    var warning = Sample.figure.findings[0]
    warning.severity = .warning
    let errors = Array(repeating: Sample.figure.findings[1], count: 13)
    let text = String(
      decoding: report(Sample(name: "", file: "a.json", findings: [warning] + errors), .github), as: UTF8.self)
    let lines = text.split(separator: "\n")
    #expect(lines.prefix(13).allSatisfy { $0.hasPrefix("::error ") })
    #expect(lines[13].hasPrefix("::warning "))
    #expect(
      lines[14] == "figlint: GitHub shows 10 annotations of a kind in a step; 3 more findings are in this log only")
  }

  @Test(arguments: 0..<30) func summaryOfAStepIsATable(seed: UInt64) throws {
    let sample = sample(seed)
    var reporter = ReportFormat.github.makeReporter(.test())
    var output: [UInt8] = []
    var summary = RunSummary()
    summary.record(FindingCounts(sample.findings))
    reporter.report(sample.findings, in: sample.file, into: &output)
    let markdown = String(decoding: try #require(reporter.stepSummary(summary)), as: UTF8.self)
    for line in markdown.split(separator: "\n") where line.hasPrefix("| ") {
      // What is no markup of the table has a backslash before it. By bytes: a bar with an accent is one character.
      let bytes = Array(line.utf8)
      var (bars, isEscaped) = (0, false)
      for byte in bytes {
        if byte == UInt8(ascii: "|"), !isEscaped { bars += 1 }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
      }
      #expect(bars == 4 || bars == 5, "seed \(seed): \(line)")
      #expect(!line.contains("<"))
    }
    #expect(markdown.utf8.count < 1 << 20)
  }

  @Test(arguments: 0..<50) func xmlIsReadByAnotherParser(seed: UInt64) throws {
    let sample = sample(seed)
    let junit = try elements(report(sample, .junit), seed)
    let cases = junit.filter { $0.name == "testcase" }
    #expect(cases.count == max(1, sample.findings.count))
    let failures = sample.findings.count { $0.severity == .error }
    #expect(junit.count { $0.name == "failure" } == failures)
    #expect(junit.first?.attributes["failures"] == "\(failures)")
    let checkstyle = try elements(report(sample, .checkstyle), seed)
    let errors = checkstyle.filter { $0.name == "error" }
    #expect(errors.map { $0.attributes["line"] } == sample.findings.map { "\($0.start.line)" })
    #expect(errors.map { $0.attributes["severity"] } == sample.findings.map { $0.severity.rawValue })
  }

  private func elements(_ xml: [UInt8], _ seed: UInt64) throws -> [(name: String, attributes: [String: String])] {
    let reader = ElementReader()
    let parser = XMLParser(data: Data(xml))
    parser.delegate = reader
    #expect(parser.parse(), "seed \(seed): \(String(decoding: xml, as: UTF8.self))")
    return reader.elements
  }

  @Test(arguments: [
    ("a.json", "repository/a.json", "repository/a.json"), ("./b/../a.json", "repository/a.json", "repository/a.json"),
    ("../x y%.json", "x y%.json", "x%20y%25.json"), ("/srv/é:.json", "é:.json", "%C3%A9%3A.json"),
    ("/else/a.json", "/else/a.json", "file:///else/a.json"), ("../../../../a", "/a", "file:///a"),
    (".", "repository", "repository"), ("..", ".", "."),
  ])
  func pathsAreThoseFromTheRoot(path: String, relative: String, reference: String) {
    let paths = ReportPaths(currentDirectory: "/srv/repository", root: "/srv/")
    #expect(paths.relative(path) == relative)
    #expect(paths.reference(path) == reference)
  }

  @Test func pathsStayWhereNoDirectoryIsKnown() {
    #expect(ReportPaths().relative("./a//b/../c.json") == "a/c.json")
    #expect(ReportPaths().relative("../a.json") == "../a.json")
    #expect(ReportPaths(currentDirectory: "/w", root: "relative").relative("a.json") == "a.json")
  }
}

private final class ElementReader: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    elements.append((name, attributes))
  }
}
