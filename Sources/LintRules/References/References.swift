package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// The check behind all rules on references: the `…src` attributes that stand for columns of grids.
package enum References: FactRule {
  package static let ids: [RuleID] = [
    .orphanColumnName, .tooManyCells, .malformedReference, .localReference, .referenceCount, .rawArray,
    .arrayAndReference, .unknownUID, .severalOwners, .streamToken, .unresolvedReference, .gridVisibility,
  ]

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    // Since plotly.js 4 there are no such attributes.
    guard figure.hasReferences else { return }
    var checker = ReferenceChecker(figure)
    checker.check()
    problems += checker.problems
  }
}

extension FigureView {
  /// Whether the newest target has attributes for references.
  fileprivate var hasReferences: Bool {
    guard let scatter = tree.word(named: "scatter").flatMap({ tree.edge(tree.traces, $0) }),
      let source = tree.word(named: "xsrc"),
      let node = tree.node(of: scatter, inVersion: version), node.kind == .container
    else { return false }
    return hasMember(source, of: node.container)
  }

  /// Whether the newest target has an attribute called `name` in a container.
  fileprivate func hasMember(_ name: String, of container: ContainerID) -> Bool {
    tree.word(name).map { hasMember($0, of: container) } ?? false
  }

  private func hasMember(_ word: WordID, of container: ContainerID) -> Bool {
    guard let edge = tree.edge(container, word) else { return false }
    return tree.node(of: edge, inVersion: version)?.kind == .attribute
  }
}

/// Goes over the members of a figure once.
private struct ReferenceChecker {
  let figure: FigureView
  private(set) var problems: [Problem] = []
  /// The owner of the first file that the figure refers to, and whether another one was told of.
  private var firstOwner: String?
  private var hasToldOfOwners = false
  /// Grids that the figure refers to, by their place in the collection's order.
  private var usedGrids: [String] = []
  private var unknownGrids: [String] = []

  init(_ figure: FigureView) { self.figure = figure }

  mutating func check() {
    for (index, trace) in figure.traces.enumerated() { check(trace: trace, number: index) }
    for frame in figure.items(figure.facts.frames) {
      for trace in figure.items(figure.member(frame, "data")) { check(trace: trace, number: -1) }
    }
    checkVisibility()
    checkNames()
  }

  private mutating func report(_ rule: RuleID, _ flaw: ReferenceFlaw, at range: Range<Int>) {
    guard figure.rules.contains(rule) else { return }
    problems.append(Problem(rule, .reference(flaw), at: range, in: figure.targets))
  }

  // MARK: - Traces

  /// - Parameter number: the index of the trace in `data`; -1 for one of a frame.
  private mutating func check(trace: Int, number: Int) {
    var lengths = ColumnLengths(isCompared: number >= 0 && ColumnLengths.types.contains(figure.typeName(of: trace)))
    if let token = figure.member(trace, "stream", "token"), let text = figure.text(token), !text.isEmpty {
      report(.streamToken, .streamToken, at: figure.facts.range(of: token))
    }
    check(object: trace, in: trace, isInList: false, &lengths)
  }

  private mutating func check(object: Int, in trace: Int, isInList: Bool, _ lengths: inout ColumnLengths) {
    for index in figure.facts.children(of: object) {
      let member = figure.facts.members[index]
      switch member.kind {
      case .object: check(object: index, in: trace, isInList: isInList, &lengths)
      case .array where figure.facts.survey(of: index) == nil:
        // A list of objects: the service follows no references in them.
        check(object: index, in: trace, isInList: true, &lengths)
      default: break
      }
      guard let key = figure.key(of: index) else { continue }
      if key.hasSuffix("src"), key.utf8.count > 3 {
        check(reference: index, key: String(key.dropLast(3)), of: object, in: trace, &lengths)
      } else if member.kind == .array, !isInList, figure.rules.contains(.rawArray), let survey = figure.array(index) {
        check(array: index, survey.count, key, of: object)
      }
    }
  }

  /// An array where the service takes a reference.
  private mutating func check(array: Int, _ count: Int, _ key: String, of object: Int) {
    guard let container = container(of: object), figure.hasMember(key + "src", of: container),
      sibling(key + "src", of: object) == nil
    else { return }
    report(.rawArray, .rawArray(count: count), at: figure.facts.range(of: array))
  }

  private func container(of object: Int) -> ContainerID? {
    var node: NodeRef? = figure.facts.members[object].node
    if let type = figure.facts.traceType(of: object) {
      let edges = figure.tree.edges(of: figure.tree.traces)
      guard type < edges.count else { return nil }
      node = figure.tree.node(of: edges[edges.startIndex + type], inVersion: figure.version)
    }
    guard let node, node.kind == .container else { return nil }
    return node.container
  }

  private func sibling(_ key: String, of object: Int) -> Int? {
    var found: Int?
    for index in figure.facts.children(of: object) where figure.key(of: index) == key { found = index }
    return found
  }

  // MARK: - References

  private mutating func check(
    reference index: Int, key: String, of object: Int, in trace: Int, _ lengths: inout ColumnLengths
  ) {
    let range = figure.facts.range(of: index)
    let kind = figure.facts.members[index].kind
    guard kind != .null, !figure.isWrong(index) else { return }
    guard let text = figure.text(index) else { return report(.malformedReference, .noText, at: range) }
    if let base = sibling(key, of: object), figure.isGiven(base),
      [.array, .object].contains(figure.facts.members[base].kind)
    {
      report(.arrayAndReference, .besideArray(figure.facts.range(of: base)), at: range)
    }
    let reference: FileIDText.Reference
    do throws(FileIDText.Fault) {
      reference = try FileIDText.reference(text)
    } catch {
      if error == .columnName, !text.isEmpty { return report(.localReference, .columnName, at: range) }
      return report(.malformedReference, .malformed(text.isEmpty ? .emptyPart : error), at: range)
    }
    if let first = firstOwner {
      if first != reference.owner, !hasToldOfOwners {
        hasToldOfOwners = true
        report(.severalOwners, .severalOwners(reference.owner, first: first), at: range)
      }
    } else {
      firstOwner = reference.owner
    }
    checkCount(reference, key, of: object, in: trace, at: range)
    resolve(reference, key, of: object, in: trace, at: range, &lengths)
  }

  /// Several columns for a list, or one for a table.
  private mutating func checkCount(
    _ reference: FileIDText.Reference, _ key: String, of object: Int, in trace: Int, at range: Range<Int>
  ) {
    switch TableAttributes.dimensions(key, isInTrace: object == trace, type: figure.typeName(of: trace)) {
    case .list where reference.uids.count > 1:
      report(.referenceCount, .severalColumns(reference.uids.count), at: range)
    case .table where reference.uids.count == 1: report(.referenceCount, .oneColumn, at: range)
    default: break
    }
  }

  // MARK: - Grids

  private mutating func resolve(
    _ reference: FileIDText.Reference, _ key: String, of object: Int, in trace: Int, at range: Range<Int>,
    _ lengths: inout ColumnLengths
  ) {
    guard let grids = figure.grids else { return }
    guard let grid = grids.grid(reference.file) else {
      if !unknownGrids.contains(reference.file) {
        unknownGrids.append(reference.file)
        report(.unresolvedReference, .unknownGrid(reference.file), at: range)
      }
      return
    }
    if !usedGrids.contains(reference.file) { usedGrids.append(reference.file) }
    for uid in reference.uids {
      guard let column = grid.columns[uid] else {
        let nearest = NearestNames.matches(to: uid, among: grid.columns.keys.inOrder(by: <)).first?.name
        report(.unknownUID, .unknownUID(uid, nearest: nearest), at: range)
        return
      }
      guard let rows = column.rows else { continue }
      let limit = figure.gridLimits.drawnCells
      if rows > limit, object == trace, !lengths.isTooLong, ColumnLengths.isDrawnAsSVG(figure.typeName(of: trace)) {
        lengths.isTooLong = true
        report(.tooManyCells, .manyCells(count: rows, limit: limit), at: range)
      }
      if column.isText, takesNumbers(key, of: object) { report(.unresolvedReference, .textForNumbers, at: range) }
      guard reference.uids.count == 1, object == trace, lengths.isCompared, ColumnLengths.keys.contains(key) else {
        continue
      }
      if let first = lengths.first {
        if first.rows != rows {
          report(.unresolvedReference, .length(rows, other: first.key, otherLength: first.rows), at: range)
        }
      } else {
        lengths.first = (key, rows)
      }
    }
  }

  /// Whether the attribute that the reference stands for takes numbers alone.
  private func takesNumbers(_ key: String, of object: Int) -> Bool {
    guard let container = container(of: object),
      let edge = figure.tree.word(key).flatMap({ figure.tree.edge(container, $0) }),
      let node = figure.tree.node(of: edge, inVersion: figure.version), node.kind == .attribute
    else { return false }
    let valType = figure.tree.attribute(node.attribute).valType
    return valType == .number || valType == .integer
  }

  /// A figure that draws public and private grids.
  private mutating func checkVisibility() {
    guard let grids = figure.grids, let data = figure.facts.data else { return }
    let used = usedGrids.compactMap(grids.grid)
    guard let hidden = used.first(where: { $0.isWorldReadable == false }),
      let open = used.first(where: { $0.isWorldReadable == true })
    else { return }
    let range = figure.facts.range(of: data).prefix(1)
    report(.gridVisibility, .privateGrid(hidden.label, publicGrid: open.label), at: range)
  }

  /// Columns of traces that the figure does not have.
  private mutating func checkNames() {
    guard let grids = figure.grids, let data = figure.facts.data, figure.rules.contains(.orphanColumnName) else {
      return
    }
    let traces = figure.facts.children(of: data).reduce(0) { count, _ in count + 1 }
    for grid in usedGrids.compactMap(grids.grid) {
      let orphans = grid.columns.values.filter { ($0.trace ?? -1) >= traces }.map(\.name).inOrder(by: <)
      guard let first = orphans.first else { continue }
      let flaw = ReferenceFlaw.orphanColumns(orphans.count, first: first, grid: grid.label, traces: traces)
      report(.orphanColumnName, flaw, at: figure.facts.range(of: data).prefix(1))
    }
  }
}

/// How long the columns of a trace are that go together.
private struct ColumnLengths {
  let isCompared: Bool
  /// The first of them.
  var first: (key: String, rows: Int)?
  /// Whether one was found to be too long.
  var isTooLong = false

  /// Trace types that draw a point for each row.
  static let types = [
    "scatter", "scattergl", "scatter3d", "scatterpolar", "scatterpolargl", "scattergeo", "scattermap", "scattermapbox",
    "scatterternary", "scattersmith", "bar", "barpolar", "funnel", "waterfall", "ohlc", "candlestick", "pie",
    "funnelarea",
  ]
  /// Whether each point becomes an element of the page.
  static func isDrawnAsSVG(_ type: String) -> Bool {
    switch type {
    case "scatter", "scatterpolar", "scattergeo", "scatterternary", "scattersmith", "scattercarpet", "bar", "barpolar",
      "funnel", "waterfall", "ohlc", "candlestick":
      true
    default: false
    }
  }

  /// Attributes of these that have a value for each point.
  static let keys = [
    "x", "y", "z", "r", "theta", "lat", "lon", "a", "b", "c", "real", "imag", "open", "high", "low", "close", "labels",
    "values", "ids",
  ]
}

/// Which attributes hold a table, an array of arrays.
private enum TableAttributes {
  enum Dimensions {
    case list
    case table
    /// Both are drawn, or nobody knows.
    case either
  }

  /// - Parameter isInTrace: whether the attribute is the trace's own, and not one of an object in it.
  static func dimensions(_ key: String, isInTrace: Bool, type: String) -> Dimensions {
    switch (type, key) {
    case ("surface", "z"), ("surface", "surfacecolor"): return .table
    case (_, "customdata"), (_, "meta"), ("table", _), ("image", _), ("carpet", _), ("contourcarpet", _): return .either
    case ("heatmap", _), ("heatmapgl", _), ("contour", _), ("surface", _), ("histogram2d", _),
      ("histogram2dcontour", _):
      return ["x", "y", "x0", "y0"].contains(key) ? .list : .either
    case ("parcats", _), ("parcoords", _), ("splom", _), ("sankey", _), ("mesh3d", _): return .either
    // An axis of two levels is an array of two arrays.
    case (_, "x"), (_, "y"): return isInTrace ? .either : .list
    default: return isInTrace && ["text", "hovertext", "hovertemplate"].contains(key) ? .either : .list
    }
  }
}
