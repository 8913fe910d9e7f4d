import Diagnostics
import FigureValidator
import JSONCore

/// Files with a figure on each line.
extension FigureChecker {
  /// Checks each line of a file as a figure of its own; blank lines are passed.
  ///
  /// Such files are often something else: if the first line is JSON and no figure, no other line is looked at.
  func checkLines(_ bytes: InputBytes, name: String, _ memory: CheckMemory, wording limit: Int) -> CheckOutcome {
    var findings: [Finding] = []
    var counts = FindingCounts()
    var figures = 0
    var positions = LineIndex(bytes)
    var start = 0
    var number = 0
    while start < bytes.count {
      let end = bytes.firstOffset(of: UInt8(ascii: "\n"), in: start..<bytes.count) ?? bytes.count
      let line = start..<end
      defer {
        start = end + 1
        number += 1
      }
      guard !isBlank(line, bytes) else { continue }
      let text = FigureText.whole(line)
      var resolver = FindingResolver(bytes: bytes, text: text, name: name, settings: settings)
      for checked in trees {
        var walker = walker(bytes, in: line, checked, memory.walk)
        walker.walk(as: .figure)
        if figures == 0, InputContent(walker.root) == .otherJSON {
          return CheckOutcome(content: .otherJSON, report: Report())
        }
        var problems = walker.problems
        addProblemsOfFacts(walker, bytes, text, checked, to: &problems)
        resolver.add(
          problems, notes: walker.notes, knowing: KnownValues(walker.noted, template: walker.notedTemplate), of: checked
        )
      }
      figures += 1
      let report = resolver.report(
        at: EmbeddedPlace(figure: number), wording: limit - findings.count, memory, &positions)
      findings += report.findings
      counts.add(report.counts)
    }
    return CheckOutcome(
      content: figures == 0 ? .otherJSON : .lines, report: Report(findings: findings, counts: counts), figures: figures)
  }

  private func isBlank(_ line: Range<Int>, _ bytes: InputBytes) -> Bool {
    line.allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 || bytes[$0] == 0x0D }
  }
}
