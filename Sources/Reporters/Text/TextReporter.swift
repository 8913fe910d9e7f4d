import Diagnostics
import JSONCore

/// `--format text`: for people. At most four lines and ``TextLimits/finding`` characters a finding.
///
///     fig.json:12:17: error S001 data[0].marker.colour: unknown attribute 'colour'
///        12 |       "marker": {"colour": "red"}
///           |                  ^^^^^^^^ did you mean 'color'?
struct TextReporter: Reporter {
  let usesColour: Bool
  var takesFilesInParts: Bool { true }

  /// Help stands behind the carets where the line then has no more columns than this, otherwise on a line of its own.
  private static let lineWidth = 120

  func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    StyledText.append(to: &output, usesColour: usesColour) { text in
      // A span lends its elements, which are much to copy.
      let findings = findings.span
      for index in findings.indices {
        text.beginPart()
        while let limits = text.nextLimits() { TextReporter.append(findings[index], limits: limits, to: &text) }
      }
    }
  }

  private static func append(_ finding: Finding, limits: TextLimits, to text: inout StyledText) {
    text.appendHeader(of: finding, limits: limits)
    text.append(ascii: "\n")
    let help = finding.help.map { TextEscaping.escaped($0, limit: limits.help) }
    let digits = finding.start.line.digitCount
    let gutter = max(5, digits)

    guard let excerpt = finding.excerpt, let width = limits.frame else {
      if let help { append(help, behind: gutter, to: &text) }
      return
    }
    let frame = CodeFrame(excerpt, width: width)
    text.append(ascii: " ", count: gutter - digits)
    text.append(finding.start.line)
    text.append(ascii: " ")
    text.append(ascii: "|")
    if !frame.isEmpty { text.append(ascii: " ") }
    text.append(frame)
    text.append(ascii: "\n")

    let used = gutter + 3 + frame.indentation + frame.carets
    let isBeside = help.map { used + 1 + DisplayWidth.columns($0) <= lineWidth } ?? false
    text.append(blanks: gutter + 1)
    text.append(ascii: "|")
    text.append(blanks: 1 + frame.indentation)
    text.begin(.caret)
    text.append(ascii: "^", count: frame.carets)
    if isBeside, let help {
      text.append(ascii: " ")
      text.append(help)
    }
    text.end(.caret)
    text.append(ascii: "\n")
    if !isBeside, let help { append(help, behind: gutter, to: &text) }
  }

  /// Appends a line of its own for the help.
  private static func append(_ help: String, behind gutter: Int, to text: inout StyledText) {
    text.append(ascii: " ", count: gutter)
    text.append(" = help: ")
    text.append(help)
    text.append(ascii: "\n")
  }
}

extension Int {
  /// The number of decimal digits of a number that is not negative.
  fileprivate var digitCount: Int {
    var (count, rest) = (1, self)
    while rest > 9 {
      count += 1
      rest /= 10
    }
    return count
  }
}
