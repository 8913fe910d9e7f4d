import Diagnostics

/// Pieces of a finding that several formats need.
extension Finding {
  /// The place in a notebook or page, as nbformat and plotly write it, with 0-based numbers: `cells[3].outputs[0]`, `figures[2]`;
  /// nil for a file that holds one figure.
  var placeInFile: String? {
    guard cell != nil || output != nil || figure != nil else { return nil }
    var parts: [String] = []
    if let cell { parts.append("cells[\(cell)]") }
    if let output { parts.append("outputs[\(output)]") }
    if let figure { parts.append("figures[\(figure)]") }
    return parts.joined(separator: ".")
  }

  /// Whether there is anything to write for the attribute: nothing for the whole figure, nor for empty keys alone.
  var hasAttribute: Bool { container != .figure || trace != nil || path.contains { $0 != .key("") } }

  /// `data[0].marker.colour: unknown attribute 'colour'`, with the place in a notebook or page before it.
  var sentence: String {
    var text = placeInFile.map { "\($0): " } ?? ""
    if hasAttribute { text += "\(attribute): " }
    return text + message
  }

  /// ``sentence`` with the help behind it.
  var sentenceWithHelp: String { help.map { "\(sentence) (\($0))" } ?? sentence }
}
