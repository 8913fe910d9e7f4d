import Diagnostics
import Testing

@testable import Reporters

@Suite struct RunSummaryTests {
  private let finding = Sample.figure.findings[0]

  @Test func saysThatNothingWasFound() {
    var summary = RunSummary()
    #expect(summary.sentence == "checked 0 figures: no findings")
    summary.record(FindingCounts())
    #expect(summary.sentence == "checked 1 figure: no findings")
  }

  @Test func usesSingularAndPlural() {
    var warning = finding
    warning.severity = .warning
    var summary = RunSummary()
    summary.record(FindingCounts([finding]))
    #expect(summary.sentence == "checked 1 figure: 1 error in 1 file")
    summary.record(FindingCounts([finding, finding, warning]), figures: 1_234)
    #expect(summary.sentence == "checked 1,235 figures: 3 errors, 1 warning in 2 files")
  }

  @Test func namesWhatIsNotShown() {
    var summary = RunSummary()
    summary.record(FindingCounts([finding, finding, finding]), reported: 2)
    summary.unreadable = 2
    #expect(
      summary.sentence == "checked 1 figure: 3 errors in 1 file; 1 finding not shown; 2 inputs not checked")
    #expect(summary.count(of: .error) == 3)
  }

  @Test func comparesWithTheSeverityThatFails() {
    var warning = finding
    warning.severity = .warning
    var summary = RunSummary()
    summary.record(FindingCounts([warning]))
    #expect(summary.hasFinding(atOrAbove: .info))
    #expect(summary.hasFinding(atOrAbove: .warning))
    #expect(!summary.hasFinding(atOrAbove: .error))
    #expect(!summary.hasFinding(atOrAbove: nil))
  }

  @Test func hasNoTableWithoutFindings() { #expect(RunSummary().statistics.table.isEmpty) }
}
