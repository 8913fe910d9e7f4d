package import Diagnostics
package import JSONCore

/// Keeps from the report what a configuration or a baseline says is not to be reported, for one file.
package struct FindingFilter: Sendable {
  private let exceptions: [FileException]
  private let known: FindingTally
  /// Whether all findings are hidden and only counted, for a baseline that is being written.
  private let hidesAll: Bool
  private let usesBaseline: Bool

  /// What was hidden because the baseline has it.
  package private(set) var hidden = 0
  /// What the baseline has and was not found.
  package private(set) var left: FindingTally = [:]
  /// All that was found, apart from exceptions; where there is a baseline.
  package private(set) var found: FindingTally = [:]

  /// - Parameters:
  ///   - exceptions: those that hold for the file.
  ///   - known: what the baseline has for the file; nil where there is no baseline.
  ///   - hidesAll: whether what is found becomes the baseline.
  /// - Returns: Nil where there is nothing to keep from the report.
  package init?(exceptions: [FileException], known: FindingTally?, hidesAll: Bool) {
    guard !exceptions.isEmpty || known != nil else { return nil }
    self.exceptions = exceptions
    self.known = known ?? [:]
    usesBaseline = known != nil
    self.hidesAll = hidesAll
  }

  /// The findings that are reported. O(findings × exceptions + text of the values).
  ///
  /// - Parameter bytes: the text that the findings' offsets count in.
  package mutating func reported(_ findings: [Finding], in bytes: InputBytes) -> [Finding] {
    (hidden, left, found) = (0, known, [:])
    return findings.filter { finding in
      if exceptions.contains(where: { $0.holds(finding) }) { return false }
      guard usesBaseline else { return true }
      let key = FindingKey(finding, in: bytes)
      found[key, default: 0] += 1
      if let count = left[key] {
        left[key] = count > 1 ? count - 1 : nil
        hidden += 1
        return false
      }
      return !hidesAll
    }
  }
}

extension FileException {
  fileprivate func holds(_ finding: Finding) -> Bool {
    rules.contains(finding.rule) && place.attribute?.holds(finding) != false
  }
}
