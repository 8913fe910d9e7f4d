package import Diagnostics

/// What is wrong with a note to figlint in a figure, `meta.figlint`.
package enum SuppressionFlaw: Sendable {
  /// Its rules find nothing where it holds.
  case unused
  case unknownRule
  /// What should name a rule, or list some, does not.
  case noRuleList
  case unknownKey
  case noObject
}

extension RuleID {
  package static let unusedSuppression = RuleID("C", 1)
  package static let invalidSuppression = RuleID("C", 2)
}
