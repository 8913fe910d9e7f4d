import Diagnostics
import JSONCore

extension StyledText {
  /// Appends `file:line:column: severity RULE attribute: message`, the line that editors jump by.
  ///
  /// The place in a notebook or page follows as nbformat and plotly write it, with 0-based numbers:
  /// `(cells[3].outputs[0])`, `(figures[2])`.
  mutating func appendHeader(of finding: Finding, limits: TextLimits) {
    begin(.path)
    append(path: finding.file, limit: limits.file)
    end(.path)
    append(ascii: ":")
    append(finding.start.line)
    append(ascii: ":")
    append(finding.start.column)
    append(ascii: ":")
    append(ascii: " ")
    begin(.severity(finding.severity))
    append(finding.severity.rawValue)
    append(ascii: " ")
    append(finding.rule)
    end(.severity(finding.severity))
    if finding.hasAttribute {
      append(ascii: " ")
      appendAttribute(of: finding, limit: limits.attribute)
    }
    append(ascii: ":")
    append(ascii: " ")
    append(escaping: finding.message, limit: limits.message)
    if let place = finding.placeInFile { append(" (\(place))") }
  }
}
