/// How names and lists are put into sentences.
enum Wording {
  /// `text` in single quotes, control characters escaped so that an argument cannot steer a terminal.
  static func quoted(_ text: some StringProtocol) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        result += scalar.escaped(asASCII: true)
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }

  /// `'a', 'b' or 'c'`; a list longer than ten is cut and its length given.
  static func list(_ names: [String], last conjunction: String) -> String {
    let shown = names.prefix(names.count > 10 ? 8 : 10).map { quoted($0) }
    if shown.count < names.count {
      return shown.joined(separator: ", ") + " \(conjunction) one of \(names.count - shown.count) more"
    }
    guard let last = shown.last, shown.count > 1 else { return shown.first ?? "" }
    return shown.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
