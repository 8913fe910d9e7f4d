import Diagnostics
import JSONCore

extension StyledText {
  /// Appends `file:line:column: severity RULE attribute: message`, the line that editors jump by.
  ///
  /// The place in a notebook or page follows as nbformat and plotly write it, with 0-based numbers:
  /// `(cells[3].outputs[0])`, `(figures[2])`.
  mutating func appendHeader(of finding: Finding, limits: TextLimits) {
    append(Self.path(finding.file, limit: limits.file), .path)
    append(":\(finding.start.line):\(finding.start.column): ")
    append("\(finding.severity.rawValue) \(finding.rule)", .severity(finding.severity))
    let attribute = TextEscaping.escaped(finding.attribute, limit: limits.attribute)
    if !attribute.isEmpty { append(" \(attribute)") }
    append(": " + TextEscaping.escaped(finding.message, limit: limits.message) + Self.place(of: finding))
  }

  private static func place(of finding: Finding) -> String {
    var parts: [String] = []
    if let cell = finding.cell { parts.append("cells[\(cell)]") }
    if let output = finding.output { parts.append("outputs[\(output)]") }
    if let figure = finding.figure { parts.append("figures[\(figure)]") }
    return parts.isEmpty ? "" : " (\(parts.joined(separator: ".")))"
  }

  /// The path with escapes; of one that is too long, the end, which tells files apart.
  private static func path(_ path: String, limit: Int) -> String {
    let scalars = path.unicodeScalars
    let tail = scalars.suffix(limit)
    let escaped = TextEscaping.escaped(String(tail)).unicodeScalars
    if tail.startIndex == scalars.startIndex, escaped.count <= limit { return String(escaped) }
    return "…" + String(String.UnicodeScalarView(escaped.suffix(limit - 1)))
  }
}
