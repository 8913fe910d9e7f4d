/// Severities that differ from those of the rules.
///
/// A list and no dictionary: there are hardly any, they are asked for only where something was found, and a dictionary with
/// keys of our own costs every start a search for their conformance.
package struct SeverityChanges: Sendable {
  private struct Change {
    let rule: RuleID
    let severity: Severity
  }

  /// One for each rule at most.
  private var changes: [Change] = []

  package init() {}

  /// The severity that the rule has instead of its own; nil where it keeps that. O(changes).
  package subscript(rule: RuleID) -> Severity? {
    get { changes.first { $0.rule == rule }?.severity }
    set {
      changes.removeAll { $0.rule == rule }
      if let newValue { changes.append(Change(rule: rule, severity: newValue)) }
    }
  }
}
