public import Diagnostics

/// What a check found in one figure.
public struct Report: Sendable, Equatable {
  /// The findings in the order of the text.
  public let findings: [Finding]
  /// How many there are, also those that were left out of ``findings``.
  package let counts: FindingCounts

  package init(findings: [Finding] = [], counts: FindingCounts = FindingCounts()) {
    self.findings = findings
    self.counts = counts
  }

  /// Whether plotly.js will take the figure as it is meant: no finding is an error.
  public var isClean: Bool { counts.count(of: .error) == 0 }

  /// Both reports on the same text as one, in the order of the text.
  package func merged(with other: Report) -> Report {
    guard other.counts.total > 0 else { return self }
    var counts = counts
    for row in other.counts.rows { counts.add(row.rule, row.name, row.severity, count: row.count) }
    let all = findings + other.findings
    return Report(findings: all.sorted { $0.range.lowerBound < $1.range.lowerBound }, counts: counts)
  }
}
