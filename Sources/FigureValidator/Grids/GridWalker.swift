package import Diagnostics
package import JSONCore
import ValidationTree

/// Walks a grid, the table of Chart Studio, in one pass over the text. What it keeps grows with the columns and never with the rows.
///
/// It takes every form that the service has for a grid, told by what stands in it: the body that makes one
/// (`{"data": {"cols": …}}`), its contents (`{"cols": {name: {data, order, uid}}}`), the record of its file (with a list of
/// `cols`), the answer that holds a record (`{"file": …}`), and the bodies that add columns (a list of `cols`) and rows (`rows`).
package struct GridWalker {
  package let rules: RuleSet
  package let limits: GridLimits
  let shape: MetadataShape?
  var scanner: JSONScanner
  /// What was found, in the order of the walk.
  package internal(set) var problems: [Problem] = []
  /// What the grid holds.
  package internal(set) var contents = GridContents()
  /// What the text turned out to be.
  package internal(set) var root = GridRootFacts()

  var tally = ColumnTally()
  var names = ColumnNames()
  var repeatedContents = RepeatedContents()
  /// Whether the walk is in a list of metadata.
  var isInList = false
  /// The indices of issues of the text that became problems of the grid, ascending.
  var convertedIssues: [Int] = []

  /// Prepares a walk of `range` of `bytes`. Only problems of `rules` are noted.
  ///
  /// - Parameter shape: what metadata must hold, if anything.
  package init(
    _ bytes: InputBytes, range: Range<Int>, rules: RuleSet, limits: GridLimits = GridLimits(),
    shape: MetadataShape? = nil, maximumDepth: Int = JSONScanner.defaultMaximumDepth
  ) {
    self.rules = rules
    self.limits = limits
    self.shape = shape
    scanner = JSONScanner(bytes, range: range, maximumDepth: maximumDepth)
  }

  /// Walks the whole text. Afterwards ``problems``, ``contents`` and ``root`` tell what was found. O(length).
  package mutating func walk() {
    finish { walker throws(ScanError) in
      try walker.walkRoot()
    }
    if let limit = limits.bytes, scanner.end > limit {
      report(.gridTooLarge, .tooLarge(bytes: scanner.end, limit: limit), at: root.opening)
    }
  }

  /// Carries out a walk, and notes what is wrong with the text.
  mutating func finish(_ walk: (inout GridWalker) throws(ScanError) -> Void) {
    scanner.passByteOrderMark()
    do throws(ScanError) {
      try walk(&self)
      try scanner.expectEnd()
      root.isComplete = true
    } catch {
      var rule = RuleID.invalidJSON
      if case .tooDeep = error.kind { rule = .tooDeep }
      report(rule, .brokenText(error.kind), at: error.range)
    }
    var converted = convertedIssues[...]
    for (index, issue) in scanner.issues.enumerated() {
      if converted.first == index {
        converted.removeFirst()
      } else {
        report(issue.rule, .textIssue(issue.kind), at: issue.range)
      }
    }
  }

  // MARK: - Reports

  /// Notes a problem if its rule is selected.
  mutating func report(_ rule: RuleID, _ detail: Problem.Detail, at range: Range<Int>) {
    guard rules.contains(rule) else { return }
    problems.append(Problem(rule, detail, at: range, in: .none))
  }

  mutating func report(_ rule: RuleID, _ flaw: GridFlaw, at range: Range<Int>) { report(rule, .grid(flaw), at: range) }

  // MARK: - Values

  /// The kind of the next value, by its first byte.
  mutating func kindAhead() -> ValueKind { ValueKind(firstByte: scanner.peek()) }

  /// Passes the next value and returns its kind and where it is.
  mutating func passValue() throws(ScanError) -> (kind: ValueKind, range: Range<Int>) {
    _ = scanner.peek()
    let start = scanner.position
    let kind = try scanner.skipValue()
    return (kind, start..<scanner.position)
  }
}

/// Sizes above which a grid is reported. The service documents none, so that there is none unless somebody sets it.
package struct GridLimits: Sendable, Equatable {
  /// Bytes of the grid's text.
  package var bytes: Int?
  /// Bytes of one value in metadata.
  package var metadataValueBytes: Int?
  /// Cells of a column that a trace without WebGL draws. The old Python client warned above 40,000.
  package var drawnCells = 40_000

  package init() {}
}

/// What the root of the input holds: by it a grid is told from other JSON.
package struct GridRootFacts: Sendable, Equatable {
  package internal(set) var isObject = false
  /// Whether there is a `cols` with something that looks like a column, or a record of a grid.
  package internal(set) var hasColumns = false
  /// The bracket that opens the text's value: 0-based byte.
  package internal(set) var opening = 0..<0
  /// Whether the text ended as JSON must.
  package internal(set) var isComplete = false
}
