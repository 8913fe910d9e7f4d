package import Diagnostics

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
    let name = name.hasSuffix(".gz") ? name.dropLast(3) : name[...]
    if name.hasSuffix(".ipynb") {
      self = .notebook
    } else if name.hasSuffix(".html") || name.hasSuffix(".htm") {
      self = .page
    } else if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") {
      self = .lines
    } else {
      return nil
    }
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
