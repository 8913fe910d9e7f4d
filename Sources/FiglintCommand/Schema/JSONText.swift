import JSONCore

/// JSON as results of commands.
enum JSONText {
  /// One JSON value and the end of its line.
  static func line(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return String(decoding: json.finish(), as: UTF8.self) + "\n"
  }

  /// A JSON value as people read it: a string in single quotes.
  static func shown(_ json: String) -> String {
    json.count > 1 && json.hasPrefix("\"") ? "'\(json.dropFirst().dropLast())'" : json
  }
}
