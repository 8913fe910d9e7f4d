package import Diagnostics
import JSONCore

/// How often each rule was broken: what `--statistics` prints.
package struct RuleStatistics: Sendable, Equatable {
  /// A rule with one severity. Some rules weigh a finding by the target, and have two rows.
  private struct Key: Hashable {
    var rule: RuleID
    var severity: Severity
  }

  private struct Row: Equatable {
    var name: String
    var count: Int
  }

  private var rows: [Key: Row] = [:]

  package mutating func count(_ finding: Finding) {
    rows[Key(rule: finding.rule, severity: finding.severity), default: Row(name: finding.name, count: 0)].count += 1
  }

  package func count(of severity: Severity) -> Int {
    rows.reduce(0) { $1.key.severity == severity ? $0 + $1.value.count : $0 }
  }

  /// A table, a line a rule with a line feed each, the most frequent first, then by id; empty when nothing was found.
  package var table: String {
    guard !rows.isEmpty else { return "" }
    let sorted = rows.sorted { a, b in
      if a.value.count != b.value.count { return a.value.count > b.value.count }
      if a.key.rule != b.key.rule { return a.key.rule < b.key.rule }
      return a.key.severity > b.key.severity
    }
    let lines =
      [["count", "rule", "name", "severity"]]
      + sorted.map { [$0.value.count.grouped, "\($0.key.rule)", $0.value.name, $0.key.severity.rawValue] }
    let widths = (0..<4).map { column in lines.map { $0[column].count }.max() ?? 0 }
    return lines.map { cells in
      // Numbers to the right; nothing behind the last cell.
      let count = padding(cells[0], widths[0]) + cells[0]
      let middle = (1...2).map { cells[$0] + padding(cells[$0], widths[$0]) }
      return "\(count)  \(middle.joined(separator: "  "))  \(cells[3])\n"
    }.joined()
  }

  private func padding(_ cell: String, _ width: Int) -> String { String(repeating: " ", count: width - cell.count) }
}
