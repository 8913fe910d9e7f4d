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
    case .treemap, .sunburst, .icicle: break
    default: return
    }
    guard let parents = trace[.parents], !trace.figure.isWrong(parents), let names = trace.figure.texts(parents),
      let named = trace[.ids] ?? trace[.labels], !trace.figure.isWrong(named), let ids = trace.figure.texts(named)
    else { return }
    let values = trace[.values].flatMap { trace.figure.isWrong($0) ? nil : trace.figure.numbers($0) }
    if ids.haveEscapes || names.haveEscapes {
      var text: [UInt8] = []
      let decoded = (
        ids: ids.decoded(trace.figure.bytes, into: &text), parents: names.decoded(trace.figure.bytes, into: &text)
      )
      text.withInputBytes { text in
        let tree = PartTree(ids: decoded.ids.ranges, parents: decoded.parents.ranges, text, values: values)
        look(at: tree, parents, named, values, trace, &problems)
      }
    } else {
      let tree = PartTree(ids: ids.ranges, parents: names.ranges, trace.figure.bytes, values: values)
      look(at: tree, parents, named, values, trace, &problems)
    }
  }

  /// - Parameters:
  ///   - parents: the member with the names of the parents.
  ///   - named: the one with the names of the parts.
  private static func look(
    at tree: PartTree, _ parents: Int, _ named: Int, _ values: [Double?]?, _ trace: TraceMembers,
    _ problems: inout [Problem]
  ) {
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
  /// The parts that count: those with an id, and with a value from zero on where there are values.
  private let parts: [Int]
  /// By part: the part above; ``root`` for none, ``missing`` for one that is not there.
  private var above: [Int]
  private let bytes: InputBytes
  private let parents: [Range<Int>]
  /// The second of two parts with the same id.
  private(set) var repeatedID: Int?

  private static let root = -1
  private static let missing = -2

  /// - Parameters:
  ///   - ids: where the names of the parts stand in `bytes`, without escapes.
  ///   - parents: the same of the names of their parents.
  init(ids: [Range<Int>], parents: [Range<Int>], _ bytes: InputBytes, values: [Double?]?) {
    self.bytes = bytes
    self.parents = parents
    let count = min(ids.count, parents.count, values?.count ?? .max)
    parts = (0..<count).filter { position in
      guard let values else { return !ids[position].isEmpty }
      return !ids[position].isEmpty && values[position].map { $0 >= 0 } ?? false
    }
    var positions = NameTable(bytes, ids, capacity: parts.count)
    for position in parts where positions.insert(position) != position { repeatedID = repeatedID ?? position }
    above = Array(repeating: PartTree.root, count: count)
    for position in parts where !parents[position].isEmpty {
      above[position] = positions.position(of: parents[position]) ?? PartTree.missing
    }
  }

  /// The first part whose parent is not there. One name alone may be missing where no part is a root: it is the root then.
  var missingParent: Int? {
    guard let first = parts.first(where: { above[$0] == PartTree.missing }) else { return nil }
    let hasRoot = parts.contains { above[$0] == PartTree.root }
    let isOneName = parts.allSatisfy { above[$0] != PartTree.missing || isSame(parents[$0], parents[first]) }
    return hasRoot || !isOneName ? first : nil
  }

  private func isSame(_ a: Range<Int>, _ b: Range<Int>) -> Bool { bytes.equals(a, b, of: bytes) }

  /// A part from which the way up never ends. O(parts).
  var ownAncestor: Int? {
    // By part: one more than the start of the way on which it was first met.
    var ways = Array(repeating: 0, count: above.count)
    for start in parts {
      var here = start
      while here >= 0, ways[here] == 0 {
        ways[here] = start + 1
        here = above[here]
      }
      if here >= 0, ways[here] == start + 1 { return here }
    }
    return nil
  }

  /// The first part that is smaller than its children together.
  func tooSmall(_ values: [Double?]) -> Int? {
    var sums = Array(repeating: 0.0, count: above.count)
    for position in parts where above[position] >= 0 && above[position] != position {
      sums[above[position]] += values[position] ?? 0
    }
    // Sums of decimal fractions may be off by a little: that is another story.
    return parts.first { (values[$0] ?? 0) < sums[$0] * (1 - 1e-9) }
  }
}

/// The first of some positions for each name. A table of its own, since names need not become strings to be compared.
private struct NameTable {
  private let bytes: InputBytes
  /// By position.
  private let names: [Range<Int>]
  private var slots: HashSlots

  init(_ bytes: InputBytes, _ names: [Range<Int>], capacity: Int) {
    self.bytes = bytes
    self.names = names
    slots = HashSlots(capacity: capacity)
  }

  /// The position known for the name at `position`, which is that position where there was none.
  mutating func insert(_ position: Int) -> Int {
    let hash = KeyHash(bytes, names[position]).value
    if let known = self.position(of: names[position], hash) { return known }
    slots.insert(position, hash)
    return position
  }

  func position(of name: Range<Int>) -> Int? { position(of: name, KeyHash(bytes, name).value) }

  private func position(of name: Range<Int>, _ hash: UInt64) -> Int? {
    slots.first(hash) { bytes.equals(names[$0], name, of: bytes) }
  }
}
