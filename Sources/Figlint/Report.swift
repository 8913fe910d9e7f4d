public import Diagnostics

/// What a check found in one figure.
public struct Report: Sendable, Equatable {
  /// The findings in the order of the text.
  public let findings: [Finding]

  package init(findings: [Finding]) { self.findings = findings }

  /// Whether plotly.js will take the figure as it is meant: no finding is an error.
  public var isClean: Bool { !findings.contains { $0.severity == .error } }
}
