package import Diagnostics
package import FigureValidator
import JSONCore

/// The parts of a treemap, sunburst or icicle make no tree.
package enum Hierarchy: TraceRule {
  package static let metadata = RuleMetadata(
    id: .hierarchy, name: "hierarchy", severity: .warning, since: "0.1.0",
    summary: "labels, parents and values make no tree",
    rationale: """
      plotly.js builds the tree of a treemap, sunburst or icicle from ids (or labels) and parents. Where a parent is not among them, \
      an id comes twice, a part is its own ancestor, or, with branchvalues 'total', a part is smaller than the sum of its children, \
      it draws nothing at all.
      """,
    wrong: #"{"data": [{"type": "treemap", "labels": ["all", "a", "b"], "parents": ["", "all", "al"]}]}"#,
    right: #"{"data": [{"type": "treemap", "labels": ["all", "a", "b"], "parents": ["", "all", "all"]}]}"#,
    remedy: "write the parents as the ids (or labels) are written, '' for the root")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    switch trace.type {
    case "treemap", "sunburst", "icicle": break
    default: return
    }
    guard let parents = trace[.parents], !trace.figure.isWrong(parents), let names = trace.figure.texts(parents),
      let named = trace[.ids] ?? trace[.labels], !trace.figure.isWrong(named), let ids = trace.figure.texts(named)
    else { return }
    let values = trace[.values].flatMap { trace.figure.isWrong($0) ? nil : trace.figure.numbers($0) }
    let tree = PartTree(ids: ids, parents: names, values: values)
    let hasIDs = trace[.ids] != nil
    let figure = trace.figure
    func report(_ flaw: UInt8, _ position: Int, in index: Int) {
      figure.report(
        .hierarchy, at: figure.range(ofElement: position, in: index), FactDetail(flaw, (position, hasIDs ? 1 : 0)),
        to: &problems)
    }
    if hasIDs, let position = tree.repeatedID {
      report(1, position, in: named)
    } else if let position = tree.missingParent {
      report(0, position, in: parents)
    } else if let position = tree.ownAncestor {
      report(2, position, in: named)
    } else if figure.isText(trace[.branchvalues], "total"), let index = trace[.values], let values,
      let position = tree.tooSmall(values)
    {
      report(3, position, in: index)
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let fact = problem.fact
    let shown = context.value(problem.range).shown
    switch fact.flaw {
    case 0:
      return Words(
        "the parent \(shown) is not among the \(fact.numbers.1 == 1 ? "ids" : "labels")",
        help: "nothing is drawn: correct the name, or add the parent")
    case 1: return Words("the id \(shown) comes twice", help: "nothing is drawn: ids tell the parts apart")
    case 2:
      return Words(
        "\(shown) is its own ancestor", help: "nothing is drawn: the parents must lead to a root, whose parent is ''")
    default:
      return Words(
        "\(shown) is smaller than the sum of its children",
        help: "nothing is drawn with 'branchvalues': 'total': correct the sum, or use 'remainder'")
    }
  }
}

/// The tree that ids and parents make, by position (plotly.js `src/traces/sunburst/calc.js`).
private struct PartTree {
  private let ids: [String]
  private let parents: [String]
  /// The parts that count: those with an id, and with a value from zero on where there are values.
  private let parts: [Int]
  private var positions: [String: Int] = [:]
  /// The second of two parts with the same id.
  private(set) var repeatedID: Int?

  init(ids: [String], parents: [String], values: [Double?]?) {
    self.ids = ids
    self.parents = parents
    let count = min(ids.count, parents.count, values?.count ?? .max)
    parts = (0..<count).filter { position in
      guard let values else { return !ids[position].isEmpty }
      return !ids[position].isEmpty && values[position].map { $0 >= 0 } ?? false
    }
    for position in parts {
      if positions[ids[position]] != nil {
        repeatedID = repeatedID ?? position
      } else {
        positions[ids[position]] = position
      }
    }
  }

  /// The first part whose parent is not there. One name alone may be missing where no part is a root: it is the root then.
  var missingParent: Int? {
    let missing = parts.filter { !parents[$0].isEmpty && positions[parents[$0]] == nil }
    guard let first = missing.first else { return nil }
    let hasRoot = parts.contains { parents[$0].isEmpty }
    return hasRoot || Set(missing.map { parents[$0] }).count > 1 ? first : nil
  }

  /// A part from which the way up never ends.
  var ownAncestor: Int? {
    var settled: Set<Int> = []
    for start in parts {
      var way: Set<Int> = []
      var position: Int? = start
      while let here = position, !settled.contains(here) {
        guard way.insert(here).inserted else { return here }
        position = parents[here].isEmpty ? nil : positions[parents[here]]
      }
      settled.formUnion(way)
    }
    return nil
  }

  /// The first part that is smaller than its children together.
  func tooSmall(_ values: [Double?]) -> Int? {
    var sums: [Int: Double] = [:]
    for position in parts {
      guard let above = positions[parents[position]], above != position else { continue }
      sums[above, default: 0] += values[position] ?? 0
    }
    // Sums of decimal fractions may be off by a little: that is another story.
    return parts.first { (values[$0] ?? 0) < (sums[$0] ?? 0) * (1 - 1e-9) }
  }
}
