public import Diagnostics

/// What a check found in one figure.
public struct Report: Sendable, Equatable {
  /// The findings in the order of the text.
  public let findings: [Finding]
  /// How many more there are beyond the limit that the checker was given.
  public let omitted: Int

  package init(findings: [Finding], omitted: Int = 0) {
    self.findings = findings
    self.omitted = omitted
  }

  /// Whether plotly.js will take the figure as it is meant: no finding is an error.
  public var isClean: Bool { omitted == 0 && !findings.contains { $0.severity == .error } }
}
