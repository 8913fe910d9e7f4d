import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reporters

@Suite struct JSONReporterTests {
  @Test(arguments: Sample.all) func isReadBackByAnotherParser(sample: Sample) throws {
    try expectSame(report(sample, .json), report(sample, .jsonl), sample.findings, "sample \(sample.name)")
  }

  @Test(arguments: 0..<100) func isReadBackWhateverFindingsHold(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let sample = Sample(name: "", file: "", findings: (0..<random.number(0...4)).map { _ in random.finding() })
    try expectSame(report(sample, .json), report(sample, .jsonl), sample.findings, "seed \(seed)")
  }

  @Test func keepsHugeTextWhole() throws {
    var finding = Sample.figure.findings[0]
    finding.message = String(repeating: "x", count: 10_000_000) + "\u{1b}"
    let output = report(Sample(name: "", file: "", findings: [finding]), .jsonl)
    let read = try #require(try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
    let message = try #require(read["message"] as? String)
    let isSame = Array(message.utf8) == Array(finding.message.utf8)
    #expect(isSame)
  }

  @Test func countsInTheSummary() throws {
    var reporter = ReportFormat.json.makeReporter(.test(usesColour: true))
    var summary = RunSummary()
    var output: [UInt8] = []
    reporter.begin(into: &output)
    for sample in Sample.all {
      summary.record(FindingCounts(sample.findings), figures: 2, reported: 3)
      reporter.report(Array(sample.findings.prefix(3)), in: sample.file, into: &output)
    }
    #expect(output.isEmpty)
    reporter.finish(summary, into: &output)
    let read = try #require(try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
    #expect(read["version"] as? Int == 1)
    #expect((read["findings"] as? [Any])?.count == 12)
    #expect(
      read["summary"] as? [String: Int] == [
        "files": 4, "figures": 8, "filesWithFindings": 4, "errors": 19, "warnings": 1, "infos": 1, "suppressed": 9,
        "unreadable": 0,
      ])
  }

  @Test(arguments: 0..<20) func answersALineWithALine(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let findings = (0..<random.number(0...3)).map { _ in random.finding() }
    for failOn in Severity.allCases.map(Optional.some) + [nil] {
      var output: [UInt8] = []
      LinesEnvelope.append(findings, line: 7, failOn: failOn, to: &output)
      #expect(output.count { $0 == UInt8(ascii: "\n") } == 1)
      #expect(String(decoding: output, as: UTF8.self).split(whereSeparator: \.isNewline).count == 1, "seed \(seed)")
      let read = try #require(try JSONSerialization.jsonObject(with: Data(output)) as? [String: Any])
      #expect(read["line"] as? Int == 7)
      #expect(read["ok"] as? Bool == !(failOn.map { limit in findings.contains { $0.severity >= limit } } ?? false))
      #expect((read["findings"] as? [Any])?.count == findings.count)
      #expect(read["skipped"] == nil)
    }
  }

  /// Expects that both reports hold exactly `findings`.
  private func expectSame(_ json: [UInt8], _ jsonl: [UInt8], _ findings: [Finding], _ what: Comment) throws {
    let report = try #require(try JSONSerialization.jsonObject(with: Data(json)) as? NSDictionary, what)
    let lines = try jsonl.split(separator: UInt8(ascii: "\n")).map { try JSONSerialization.jsonObject(with: Data($0)) }
    let expected = findings.map(plainObject) as NSArray
    #expect((report["findings"] as? NSArray) == expected, what)
    #expect(lines as NSArray == expected, what)
  }

  /// The fields of the contract, written down once more.
  private func plainObject(_ finding: Finding) -> NSDictionary {
    var object: [String: Any] = [
      "file": finding.file, "rule": finding.rule.description, "name": finding.name,
      "severity": finding.severity.rawValue, "code": finding.code?.rawValue ?? NSNull(),
      "container": finding.container.rawValue, "trace": finding.trace ?? NSNull(),
      "path": finding.path.map { step -> Any in
        switch step {
        case .key(let key): key
        case .index(let index): index
        }
      },
      "attribute": finding.attribute, "pointer": finding.pointer, "offset": finding.range.lowerBound,
      "length": finding.range.count, "line": finding.start.line, "column": finding.start.column,
      "endLine": finding.end.line, "endColumn": finding.end.column, "message": finding.message,
      "help": finding.help ?? NSNull(), "targets": finding.targets,
    ]
    object["fix"] =
      finding.fix.map { fix -> Any in
        [
          "safe": fix.isSafe,
          "edits": fix.edits.map {
            ["offset": $0.range.lowerBound, "length": $0.range.count, "text": $0.text] as [String: Any]
          },
        ] as [String: Any]
      } ?? NSNull()
    object["cell"] = finding.cell
    object["output"] = finding.output
    object["figure"] = finding.figure
    return object as NSDictionary
  }
}
