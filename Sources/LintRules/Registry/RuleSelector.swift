package import Diagnostics

/// How a user names rules: `ALL`, a group (`S`), the beginning of an id (`S01`), an id (`S001`) or a name
/// (`unknown-attribute`), in capitals or small letters.
package struct RuleSelector: Sendable, Equatable {
  /// The rules that are meant, in the order of their ids.
  package let rules: [RuleID]

  /// Reads a selector.
  ///
  /// - Throws: ``UnknownRule`` where no rule is meant.
  package init(_ text: String) throws(UnknownRule) {
    let id = text.uppercased()
    let name = text.lowercased()
    let meant = RuleRegistry.metadata.filter { rule in
      id == "ALL" || rule.name == name || !id.isEmpty && rule.id.description.hasPrefix(id)
    }
    guard !meant.isEmpty else { throw UnknownRule(text) }
    rules = meant.map(\.id)
  }
}

/// A text that names no rule.
package struct UnknownRule: Error, Equatable, Sendable {
  package let text: String
  /// The nearest name, or the group that an id would be in; nil where nothing is near.
  package let nearest: String?

  init(_ text: String) {
    self.text = text
    nearest = UnknownRule.nearest(to: text)
  }

  /// What ``nearest`` is for such a text.
  static func nearest(to text: String) -> String? {
    // An id is one letter off from many others: only its group helps.
    let letter = text.prefix(1).uppercased()
    return if !text.isEmpty, text.dropFirst().allSatisfy(\.isNumber) {
      RuleGroup.all.map { String($0.letter) }.first { $0 == letter }
    } else {
      NearestNames.matches(to: text, among: RuleRegistry.metadata.map(\.name) + ["ALL"]).first?.name
    }
  }
}
