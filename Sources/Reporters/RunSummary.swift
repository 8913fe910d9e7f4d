package import Diagnostics
import JSONCore

/// What a run came to, over all files.
package struct RunSummary: Sendable, Equatable {
  /// Files that were checked, and figures in them: a notebook has several, a folder of figures one each.
  package private(set) var files = 0
  package private(set) var figures = 0
  package private(set) var filesWithFindings = 0
  /// Findings that the limit of `--max-findings` keeps out of the report. All other counts include them.
  package private(set) var suppressed = 0
  /// Inputs that were not checked, since they could not be read or are nothing that can be checked.
  package var unreadable = 0
  /// How often each rule was broken.
  package private(set) var statistics = FindingCounts()

  package init() {}

  /// Counts a file with its findings, the first `reported` of which (all, when nil) are in the report.
  package mutating func record(_ findings: FindingCounts, figures: Int = 1, reported: Int? = nil) {
    let total = findings.total
    files += 1
    self.figures += figures
    if total > 0 { filesWithFindings += 1 }
    suppressed += total - min(reported ?? total, total)
    statistics.add(findings)
  }

  /// The number of findings of `severity`.
  package func count(of severity: Severity) -> Int { statistics.count(of: severity) }

  /// Whether there is a finding at or above `severity`; never for nil.
  package func hasFinding(atOrAbove severity: Severity?) -> Bool {
    guard let severity, filesWithFindings > 0 else { return false }
    return Severity.allCases.contains { $0 >= severity && count(of: $0) > 0 }
  }

  /// The line for standard error: `checked 12 figures: 3 errors, 1 warning in 2 files`.
  package var sentence: String { "checked " + state }

  /// The same without the word for what was done: `12 figures: 3 errors, 1 warning in 2 files`.
  package var state: String {
    var text = "\(counted(figures, "figure")): "
    if filesWithFindings == 0 {
      text += "no findings"
    } else {
      // A list of them, mapped and joined, takes longer than to check a figure.
      var separator = ""
      for severity in Severity.allCases where count(of: severity) > 0 {
        text += separator + counted(count(of: severity), severity.rawValue)
        separator = ", "
      }
      text += " in \(counted(filesWithFindings, "file"))"
    }
    if suppressed > 0 { text += "; \(counted(suppressed, "finding")) not shown" }
    if unreadable > 0 { text += "; \(counted(unreadable, "input")) not checked" }
    return text
  }

  /// The same without findings, where these are not what was asked for: `checked 12 figures; 1 input not checked`.
  package var sentenceWithoutFindings: String {
    "checked \(counted(figures, "figure"))" + (unreadable > 0 ? "; \(counted(unreadable, "input")) not checked" : "")
  }

  /// `1 figure`, `12,345 figures`.
  private func counted(_ count: Int, _ noun: String) -> String { "\(count.grouped) \(noun)\(count == 1 ? "" : "s")" }
}
