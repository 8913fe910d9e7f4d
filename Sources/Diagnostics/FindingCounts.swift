/// How many findings there are, by rule and severity: some rules weigh a finding by the target, and have two rows.
package struct FindingCounts: Sendable, Equatable {
  package struct Row: Sendable, Equatable {
    package let rule: RuleID
    /// The rule's name, such as `unknown-attribute`.
    package let name: String
    package let severity: Severity
    package fileprivate(set) var count: Int
  }

  /// By rule, then severity. There are few: they are searched one by one.
  package private(set) var rows: [Row] = []

  package init() {}

  /// Counts findings that are at hand.
  package init(_ findings: some Sequence<Finding>) {
    for finding in findings { add(finding.rule, finding.name, finding.severity) }
  }

  package var total: Int { rows.reduce(0) { $0 + $1.count } }

  package func count(of severity: Severity) -> Int { rows.reduce(0) { $0 + ($1.severity == severity ? $1.count : 0) } }

  package mutating func add(_ rule: RuleID, _ name: String, _ severity: Severity, count: Int = 1) {
    if let index = rows.firstIndex(where: { $0.rule == rule && $0.severity == severity }) {
      rows[index].count += count
    } else {
      let index = rows.firstIndex { (rule, severity) < ($0.rule, $0.severity) } ?? rows.count
      rows.insert(Row(rule: rule, name: name, severity: severity, count: count), at: index)
    }
  }

  package mutating func add(_ other: FindingCounts) {
    for row in other.rows { add(row.rule, row.name, row.severity, count: row.count) }
  }
}
