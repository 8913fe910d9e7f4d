import Diagnostics
import JSONCore

extension StyledText {
  /// Appends `file:line:column: severity RULE attribute: message`, the line that editors jump by.
  ///
  /// The place in a notebook or page follows as nbformat and plotly write it, with 0-based numbers:
  /// `(cells[3].outputs[0])`, `(figures[2])`.
  mutating func appendHeader(of finding: Finding, limits: TextLimits) {
    styled(.path) { $0.append(path: finding.file, limit: limits.file) }
    append(ascii: ":")
    append(finding.start.line)
    append(ascii: ":")
    append(finding.start.column)
    append(ascii: ":")
    append(ascii: " ")
    styled(.severity(finding.severity)) { text in
      text.append(finding.severity.rawValue)
      text.append(ascii: " ")
      text.append(finding.rule)
    }
    if finding.hasAttribute {
      append(ascii: " ")
      append(limit: limits.attribute, { finding.appendAttribute(to: &$0) }, or: { finding.attribute })
    }
    append(ascii: ":")
    append(ascii: " ")
    append(escaping: finding.message, limit: limits.message)
    if let place = finding.placeInFile { append(" (\(place))") }
  }
}
