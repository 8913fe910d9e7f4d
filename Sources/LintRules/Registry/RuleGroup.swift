package import Diagnostics

/// A group of rules: those whose ids begin with the same letter.
package struct RuleGroup: Sendable, Equatable {
  /// `S`
  package let letter: Character
  package let title: String

  /// All groups that have rules, in the order of the letters.
  package static let all = [
    RuleGroup(letter: "A", title: "Accessibility"),
    RuleGroup(letter: "C", title: "Notes to figlint"),
    RuleGroup(letter: "D", title: "Data"),
    RuleGroup(letter: "G", title: "Grids"),
    RuleGroup(letter: "I", title: "Interaction"),
    RuleGroup(letter: "J", title: "JSON text"),
    RuleGroup(letter: "L", title: "Layout"),
    RuleGroup(letter: "M", title: "Metadata"),
    RuleGroup(letter: "P", title: "Size and precision"),
    RuleGroup(letter: "R", title: "References"),
    RuleGroup(letter: "S", title: "Schema"),
    RuleGroup(letter: "U", title: "References to grids"),
    RuleGroup(letter: "V", title: "Version and migration"),
    RuleGroup(letter: "X", title: "Security and privacy"),
  ]

  /// The group of a rule; nil for one that no group claims.
  package init?(of rule: RuleID) {
    guard let group = RuleGroup.all.first(where: { $0.letter == Character(UnicodeScalar(rule.group)) }) else {
      return nil
    }
    self = group
  }

  private init(letter: Character, title: String) {
    self.letter = letter
    self.title = title
  }

  /// What is known of its rules, in the order of their ids.
  package var rules: [RuleMetadata] { RuleRegistry.metadata.filter { RuleGroup(of: $0.id) == self } }
}
