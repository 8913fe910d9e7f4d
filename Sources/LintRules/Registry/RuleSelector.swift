package import Diagnostics

/// How a user names rules: `ALL`, a group (`S`), the beginning of an id (`S01`), an id (`S001`) or a name
/// (`unknown-attribute`).
package struct RuleSelector: Sendable, Equatable {
  /// The rules that are meant, in the order of their ids.
  package let rules: [RuleID]

  /// Reads a selector; case does not matter.
  ///
  /// - Throws: ``UnknownRule`` where no rule is meant.
  package init(_ text: String) throws(UnknownRule) {
    let all = RuleRegistry.metadata
    let upper = text.uppercased()
    let name = text.lowercased()
    var rules: [RuleID] = []
    if upper == "ALL" {
      rules = all.map(\.id)
    } else if !text.isEmpty {
      rules = all.filter { $0.name == name || $0.id.description.hasPrefix(upper) }.map(\.id)
    }
    guard !rules.isEmpty else { throw UnknownRule(text) }
    self.rules = rules
  }

  /// Reads selectors with commas between them; spaces around them do not count.
  ///
  /// - Throws: ``UnknownRule`` for the first that means no rule.
  package static func rules(_ list: String) throws(UnknownRule) -> RuleSet {
    var set = RuleSet()
    for part in list.split(separator: ",") {
      let text = part.drop { $0 == " " }
      let end = text.lastIndex { $0 != " " }.map(text.index(after:)) ?? text.startIndex
      for rule in try RuleSelector(String(text[..<end])).rules { set.insert(rule) }
    }
    return set
  }
}

/// A text that names no rule.
package struct UnknownRule: Error, Equatable, Sendable, CustomStringConvertible {
  package let text: String
  /// The nearest name, id, or group, where there is one.
  package let nearest: String?

  init(_ text: String) {
    self.text = text
    let known = RuleRegistry.metadata
    // An id is one letter off from many others: only its own group helps.
    if let group = text.first?.uppercased(), text.dropFirst().allSatisfy(\.isNumber),
      RuleGroup.all.contains(where: { String($0.letter) == group })
    {
      nearest = group
    } else {
      nearest = NearestNames.matches(to: text, among: known.map(\.name) + ["ALL"]).first?.name
    }
  }

  package var description: String {
    let shown = ClippedText(text).quoted
    guard let nearest else { return "no rule is called \(shown): 'figlint rules' lists them" }
    return "no rule is called \(shown): did you mean '\(nearest)'? 'figlint rules' lists all"
  }
}
