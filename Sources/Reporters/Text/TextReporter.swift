import Diagnostics
import JSONCore

/// `--format text`: for people. At most four lines and ``TextLimits/finding`` characters a finding.
///
///     fig.json:12:17: error S001 data[0].marker.colour: unknown attribute 'colour'
///        12 |       "marker": {"colour": "red"}
///           |                  ^^^^^^^^ did you mean 'color'?
struct TextReporter: Reporter {
  let usesColour: Bool

  /// Help stands behind the carets where the line then has no more columns than this, otherwise on a line of its own.
  private static let lineWidth = 120

  func report(_ findings: [Finding], in file: String, into output: inout [UInt8]) {
    for finding in findings { output.append(contentsOf: text(of: finding).utf8) }
  }

  private func text(of finding: Finding) -> String {
    var text = StyledText(usesColour: usesColour)
    for limits in TextLimits.ladder {
      text = StyledText(usesColour: usesColour)
      append(finding, limits: limits, to: &text)
      if text.length <= TextLimits.finding { break }
    }
    return text.text
  }

  private func append(_ finding: Finding, limits: TextLimits, to text: inout StyledText) {
    text.appendHeader(of: finding, limits: limits)
    text.append("\n")
    var help = finding.help.map { TextEscaping.escaped($0, limit: limits.help) }
    let number = String(finding.start.line)
    let gutter = String(repeating: " ", count: max(5, number.utf8.count))

    if let excerpt = finding.excerpt, let width = limits.frame {
      let frame = CodeFrame(excerpt, width: width)
      let source = frame.source.isEmpty ? "" : " " + frame.source
      text.append(gutter.dropFirst(number.utf8.count) + "\(number) |\(source)\n")
      var marks = String(repeating: "^", count: frame.carets)
      let used = gutter.utf8.count + 3 + frame.indentation + frame.carets
      if let short = help, used + 1 + DisplayWidth.columns(short) <= Self.lineWidth {
        marks += " " + short
        help = nil
      }
      text.append(gutter + " | " + String(repeating: " ", count: frame.indentation))
      text.append(marks, .caret)
      text.append("\n")
    }
    if let help { text.append("\(gutter) = help: \(help)\n") }
  }
}
