package import JSONCore

/// Makes text that any reader takes out of text that only forgiving ones do.
package enum JSONCleaner {
  /// The value of a tape as strict JSON: what is no number becomes null, as the service's clients have it; no byte-order mark, no
  /// comma before a bracket, no bytes that are no UTF-8. Everything else stays byte for byte.
  ///
  /// - Complexity: O(length); recurses as deep as the values nest, which their scanner bounds.
  package static func cleaned(_ tape: JSONTape) -> JSONText {
    guard tape.issues.contains(where: \.isFault) else { return JSONView(tape).text }
    var text: [UInt8] = []
    write(JSONView(tape), &text)
    return JSONText(trusted: text)
  }

  private static func write(_ view: JSONView, _ text: inout [UInt8]) {
    switch view.kind {
    case .nonFinite: text += Array("null".utf8)
    case .string: text += JSONText.string(view.string ?? "").bytes
    case .null, .true, .false, .number: view.tape.bytes.append(view.range, to: &text)
    case .array:
      text.append(UInt8(ascii: "["))
      for (index, element) in view.tape.elements(view.index).enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        write(JSONView(view.tape, element), &text)
      }
      text.append(UInt8(ascii: "]"))
    case .object:
      text.append(UInt8(ascii: "{"))
      for (index, key) in view.tape.keys(view.index).enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        text += JSONText.string(view.tape.string(key)).bytes
        text.append(UInt8(ascii: ":"))
        write(JSONView(view.tape, key + 1), &text)
      }
      text.append(UInt8(ascii: "}"))
    }
  }
}
