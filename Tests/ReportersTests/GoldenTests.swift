import Diagnostics
import Foundation
import Testing

@testable import Reporters

@Suite struct GoldenTests {
  @Test(arguments: Sample.all, ReportFormat.allCases) func reportsAsTheGoldenFile(sample: Sample, format: ReportFormat)
    throws
  {
    try expectGolden("\(sample.name).\(format.rawValue)", report(sample, format))
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
  var reporter = format.makeReporter(usesColour: usesColour)
  var summary = RunSummary()
  var output: [UInt8] = []
  summary.record(FindingCounts(sample.findings))
  reporter.begin(into: &output)
  reporter.report(sample.findings, in: sample.file, into: &output)
  reporter.finish(summary, into: &output)
  return output
}
