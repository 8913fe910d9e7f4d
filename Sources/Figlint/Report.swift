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
}
