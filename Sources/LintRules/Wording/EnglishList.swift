/// Joins parts of a sentence.
enum EnglishList {
  /// `a`, `a or b`, `a, b or c`; cut to `limit` parts with the number of the rest: `a, b and 12 more`.
  static func joined(_ parts: [String], _ conjunction: String, limit: Int = .max) -> String {
    // One more costs no more room than "and 1 more".
    if parts.count - 1 > limit { return joined(Array(parts.prefix(limit)), andMore: parts.count - limit) }
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return Array(parts.dropLast()).strung(by: ", ") + " \(conjunction) \(last)"
  }

  /// `a, b and 12 more`.
  static func joined(_ parts: [String], andMore rest: Int) -> String {
    parts.strung(by: ", ") + " and \(rest) more"
  }

  /// `'a', 'b' or 'c'`.
  static func quoted(_ names: [String], _ conjunction: String = "or", limit: Int = .max) -> String {
    joined(names.map { "'\($0)'" }, conjunction, limit: limit)
  }

  /// `1 item`, `2 items`.
  static func count(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  /// The help that offers names: `did you mean 'a' or 'b'?`; nil for none.
  static func didYouMean(_ names: [String]) -> String? {
    names.isEmpty ? nil : "did you mean \(quoted(names))?"
  }
}

extension [String] {
  /// What `joined(separator:)` gives. That is generic code, which takes longer to set up in a process than to word what is wrong with a
  /// figure.
  func strung(by separator: String) -> String {
    var text = ""
    for index in indices {
      if index > 0 { text += separator }
      text += self[index]
    }
    return text
  }
}
