import Diagnostics
import FigureValidator
package import JSONCore
import LintRules

/// An array of a figure that is about to become a column of a grid.
package struct FigureColumn: Sendable {
  /// The path of the array from the root of the figure, as columns are named: `data.0.marker.size`.
  package let name: String
  /// The array in the figure's text, brackets included. 0-based bytes.
  package let range: Range<Int>

  package init(name: String, range: Range<Int>) {
    self.name = name
    self.range = range
  }

  fileprivate var path: [PathElement] {
    name.split(separator: ".").map { step in Int(step).map { .index($0) } ?? .key(String(step)) }
  }
}

extension FigureChecker {
  /// The rules for grids that say something of columns made from a figure: those on their cells. Names and order are the maker's own,
  /// and traces have as many points as they need.
  private static let columnRules: [RuleID] = [
    .nestedCell, .nonFiniteCell, .dateFormats, .almostNumeric, .decimalComma,
  ]

  /// Checks arrays of a figure as the columns of a grid. What is found is told where it stands in the figure.
  ///
  /// Nested cells are warnings here: the service takes them from figures, although tables do not show them.
  ///
  /// - Parameters:
  ///   - columns: in the order of the text.
  ///   - figure: the text of the figure.
  /// - Complexity: O(length of the arrays).
  package func check(columns: [FigureColumn], of figure: InputBytes, name: String) -> Report {
    var checker = self
    checker.settings.rules = RuleSet(FigureChecker.columnRules.filter { settings.rules.contains($0) })
    checker.settings.severities[.nestedCell] = settings.severities[.nestedCell] ?? .warning
    checker.settings.wantsExcerpts = false
    guard !checker.settings.rules.isEmpty else { return Report() }
    var text = Array(#"{"data":{"cols":{"#.utf8)
    /// Each column by its name, and where its cells begin in `text`.
    var places: [String: (column: FigureColumn, start: Int)] = [:]
    for (order, column) in columns.enumerated() {
      if order > 0 { text.append(UInt8(ascii: ",")) }
      JSONWriter.append(to: &text) { $0.string(column.name) }
      text += Array(":{\"order\":\(order),\"data\":".utf8)
      places[column.name] = (column, text.count)
      figure.append(column.range, to: &text)
      text.append(UInt8(ascii: "}"))
    }
    text += Array("}}}".utf8)
    let found = checker.check(grid: text, name: name).findings
    var lines = LineIndex(figure)
    let findings = found.compactMap { finding -> Finding? in
      // data, cols, the column, data, and the cell.
      guard finding.path.count >= 3, case .key(let name) = finding.path[2], let (column, first) = places[name] else {
        return nil
      }
      let isInside = finding.path.count > 4
      let start = column.range.lowerBound + (isInside ? finding.range.lowerBound - first : 0)
      let range = start..<(isInside ? start + finding.range.count : column.range.upperBound)
      let place = FigurePlace(column.path + finding.path.dropFirst(4))
      var moved = finding
      moved.container = place.container
      moved.trace = place.trace
      moved.path = place.path
      moved.range = range
      moved.start = SourcePosition(lines.position(of: range.lowerBound))
      moved.end = SourcePosition(lines.position(of: range.upperBound))
      moved.excerpt = settings.wantsExcerpts ? Excerpt(of: figure, around: range) : nil
      moved.fix = nil
      if finding.rule == .nestedCell { moved.help = "it is stored as it is, and shown by no table" }
      return moved
    }
    return Report(findings: findings, counts: FindingCounts(findings))
  }
}
