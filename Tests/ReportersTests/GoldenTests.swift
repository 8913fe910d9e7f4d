import Diagnostics
import Foundation
import Testing

@testable import Reporters

@Suite struct GoldenTests {
  @Test(arguments: Sample.all, ReportFormat.allCases) func reportsAsTheGoldenFile(sample: Sample, format: ReportFormat)
    throws
  {
    var output = report(sample, format)
    // What is always the same of a page has files of its own.
    for (part, name) in [(PageParts.style, "style"), (PageParts.body, "body"), (PageParts.script, "script")] {
      if let range = output.firstRange(of: part) { output.replaceSubrange(range, with: "(\(name))".utf8) }
    }
    try expectGolden("\(sample.name).\(format.rawValue)", output)
  }

  @Test(arguments: [ReportFormat.text, .concise]) func coloursAsTheGoldenFile(format: ReportFormat) throws {
    try expectGolden("figure.\(format.rawValue).colour", report(.figure, format, usesColour: true))
  }

  @Test func answersLinesAsTheGoldenFile() throws {
    var output: [UInt8] = []
    var finding = Sample.oneLine.findings[0]
    finding.figure = 0
    LinesEnvelope.append([finding], line: 1, failOn: .error, to: &output)
    finding.figure = 1
    finding.severity = .warning
    LinesEnvelope.append([finding], line: 2, failOn: .error, to: &output)
    LinesEnvelope.append([], line: 3, failOn: .error, to: &output)
    LinesEnvelope.appendBlank(line: 4, to: &output)
    try expectGolden("lines", output)
  }

  @Test func countsAsTheGoldenFile() throws {
    var summary = RunSummary()
    for sample in Sample.all { summary.record(FindingCounts(sample.findings)) }
    try expectGolden("statistics", Array(summary.statistics.table.utf8))
  }
}

/// The whole report of one sample.
func report(_ sample: Sample, _ format: ReportFormat, usesColour: Bool = false) -> [UInt8] {
  var reporter = format.makeReporter(.test(usesColour: usesColour))
  var summary = RunSummary()
  var output: [UInt8] = []
  summary.record(FindingCounts(sample.findings))
  reporter.begin(into: &output)
  reporter.report(sample.findings, in: sample.file, into: &output)
  reporter.finish(summary, into: &output)
  return output
}

extension ReportContext {
  /// That of the tests, with two rules.
  static func test(usesColour: Bool = false) -> ReportContext {
    var context = ReportContext()
    context.usesColour = usesColour
    context.version = "1.2.3"
    context.rules = { [.sample("S001", "unknown-attribute"), .sample("S002", "invalid-value", .warning)] }
    context.scriptHash = { _ in "HASH" }
    context.paths = ReportPaths(currentDirectory: "/srv/repository", root: "/srv")
    return context
  }
}

extension RuleMetadata {
  /// A rule whose words are markup.
  static func sample(_ id: String, _ name: String, _ severity: Severity = .error) -> RuleMetadata {
    guard let id = RuleID(id) else { fatalError("no rule \(id)") }
    return RuleMetadata(
      id: id, name: name, severity: severity, since: "0.1.0", summary: "the <summary> of \(name)",
      rationale: "Why `it` matters & how.", wrong: #"{"data": [{"colour": "</script>"}]}"#,
      right: #"{"data": [{"marker": {"color": "red"}}]}"#, remedy: "do \"this\"")
  }
}
