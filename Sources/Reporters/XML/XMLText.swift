import JSONCore

/// Text in XML 1.0.
///
/// What XML cannot hold at all (control characters, two code points of the basic plane) is shown as `TextEscaping` shows it, and so
/// is what would not be seen.
enum XMLText {
  /// `text` as the value of an attribute or between tags.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x7F || $0 < 0x20 || isMarkup($0) }) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\u{FFFE}", "\u{FFFF}": result += "\\u{\(String(scalar.value, radix: 16))}"
      default:
        if let escape = TextEscaping.escape(scalar) { result += escape } else { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// ` name="value"`.
  static func attribute(_ name: String, _ value: String) -> String { " \(name)=\"\(escaped(value))\"" }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }
}
