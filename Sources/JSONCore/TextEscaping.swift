/// How text of an input is shown to people: nothing in it steers the terminal, ends the line or stays unseen.
///
/// Control characters, format characters (bidirectional controls and joiners among them), line separators, blanks that
/// look like a space and all that Unicode says to leave out in display become escapes: `\n`, `\t`, `\u{1b}`. A backslash
/// stays one: the text is for reading, and JSON shown in a code frame has escapes of its own.
package enum TextEscaping {
  /// The escape of `scalar`; nil for one that is shown as it is.
  package static func escape(_ scalar: Unicode.Scalar) -> String? {
    if 0x20..<0x7F ~= scalar.value { return nil }
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: return isShown(scalar) ? nil : "\\u{\(String(scalar.value, radix: 16))}"
    }
  }

  /// `text` with escapes.
  package static func escaped(_ text: String) -> String {
    if PrintableASCII.holds(text) { return text }
    var result = ""
    for scalar in text.unicodeScalars { append(scalar, to: &result) }
    return result
  }

  /// `text` with escapes, cut to `limit` characters (Unicode scalars): `aaaa… (12,345 bytes)`, where the bytes are those
  /// of the whole text. `limit` has room for such a note.
  ///
  /// - Complexity: O(`limit`), however long the text is.
  package static func escaped(_ text: String, limit: Int) -> String {
    if text.utf8.count <= limit, PrintableASCII.holds(text) { return text }
    let note = "… (\(text.utf8.count.grouped) bytes)"
    let room = limit - note.unicodeScalars.count
    var result = ""
    var length = 0
    var cut = 0  // UTF-8 bytes of the result that leave room for the note
    for scalar in text.unicodeScalars {
      length += escape(scalar)?.utf8.count ?? 1
      if length > limit { return String(Substring(result.utf8.prefix(cut))) + note }
      append(scalar, to: &result)
      if length <= room { cut = result.utf8.count }
    }
    return result
  }

  private static func append(_ scalar: Unicode.Scalar, to result: inout String) {
    if let escape = escape(scalar) { result += escape } else { result.unicodeScalars.append(scalar) }
  }

  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: false
    case .spaceSeparator: scalar == "\u{3000}"  // the wide blank of Chinese and Japanese text cannot be mistaken
    default: !properties.isDefaultIgnorableCodePoint
    }
  }
}
