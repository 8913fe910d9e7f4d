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
    if finding.cell != nil || finding.output != nil || finding.figure != nil { append(Self.place(of: finding)) }
  }

  private static func place(of finding: Finding) -> String {
    var parts: [String] = []
    if let cell = finding.cell { parts.append("cells[\(cell)]") }
    if let output = finding.output { parts.append("outputs[\(output)]") }
    if let figure = finding.figure { parts.append("figures[\(figure)]") }
    return " (\(parts.joined(separator: ".")))"
  }
}

extension Finding {
  /// Whether there is anything to write for the attribute: nothing for the whole figure, nor for empty keys alone.
  fileprivate var hasAttribute: Bool { container != .figure || trace != nil || path.contains { $0 != .key("") } }
}
