package import Diagnostics
import JSONCore

/// What an input is said to be.
package enum InputKind: Sendable {
  /// Told by its content: a figure, a template, a grid, a notebook or a page.
  case auto
  case figure
  case template
  case grid
  case metadata
  /// A Jupyter notebook, with figures in its outputs.
  case notebook
  /// HTML, with figures in its scripts.
  case page
  /// A figure on each line.
  case lines

  /// The kind that the ending of a file's name means, `.gz` apart; nil where it says nothing.
  package init?(ofName name: String) {
    var ending = NameEnding(name.utf8)
    if ending.matches(".gz") { ending = NameEnding(name.utf8.dropLast(3)) }
    if ending.matches(".ipynb") {
      self = .notebook
    } else if ending.matches(".html") || ending.matches(".htm") {
      self = .page
    } else if ending.matches(".jsonl") || ending.matches(".ndjson") {
      self = .lines
    } else {
      return nil
    }
  }
}

/// The last eight bytes of a name. (`hasSuffix` takes longer than many a small figure's check: every file is asked for its kind.)
private struct NameEnding {
  private let bytes: UInt64

  init(_ name: some BidirectionalCollection<UInt8>) {
    bytes = name.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// - Parameter ending: of at most eight bytes.
  func matches(_ ending: StaticString) -> Bool {
    let length = ending.utf8CodeUnitCount
    let wanted = InputBytes(ending)
    return (0..<length).allSatisfy { wanted[$0] == UInt8(truncatingIfNeeded: bytes >> UInt64((length - 1 - $0) * 8)) }
  }
}

/// What a check of one input came to.
package struct CheckOutcome: Sendable {
  package let content: InputContent
  package let report: Report
  /// How many figures there were.
  package var figures = 1
  /// What could not be checked, though it draws something.
  package var notes: [InputNote] = []

  /// The same where the text is not that of the file: fixes have no place in it.
  package var withoutFixes: CheckOutcome {
    var findings = report.findings
    for index in findings.indices { findings[index].fix = nil }
    return CheckOutcome(
      content: content, report: Report(findings: findings, counts: report.counts), figures: figures, notes: notes)
  }
}

/// Something in an input that is no finding, but that whoever relies on the check should know.
package struct InputNote: Sendable {
  package let position: SourcePosition
  /// Lower case, no full stop.
  package let message: String
}
