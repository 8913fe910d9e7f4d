package import Diagnostics
import JSONCore

/// How often each rule was broken: what `--statistics` prints.
extension FindingCounts {
  /// A table, a line a rule with a line feed each, the most frequent first, then by id; empty when nothing was found.
  package var table: String {
    guard !rows.isEmpty else { return "" }
    let sorted = rows.inOrder { a, b in
      if a.count != b.count { return a.count > b.count }
      if a.rule != b.rule { return a.rule < b.rule }
      return a.severity > b.severity
    }
    let lines =
      [["count", "rule", "name", "severity"]]
      + sorted.map { [$0.count.grouped, "\($0.rule)", $0.name, $0.severity.rawValue] }
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
