package import Diagnostics
package import FigureValidator
import JSONCore

/// x or y does not fit the columns or rows of z.
package enum MatrixAxes: TraceRule {
  package static let metadata = RuleMetadata(
    id: .matrixAxes, name: "matrix-axes", severity: .warning, since: "0.1.0",
    summary: "x or y has another length than z has columns or rows",
    rationale: """
      x names the columns of z and y its rows: one value for each, or for a heatmap one more, which are then the edges of the \
      cells. Any other length moves cells to places that nobody meant. 'transpose' swaps the two.
      """,
    wrong: #"{"data": [{"type": "heatmap", "x": [1, 2, 3, 4, 5], "z": [[1, 2, 3], [4, 5, 6]]}]}"#,
    right: #"{"data": [{"type": "heatmap", "x": [1, 2, 3], "z": [[1, 2, 3], [4, 5, 6]]}]}"#,
    remedy: "write a value for each column and row")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    let mayBeEdges: Bool
    switch trace.type {
    case .heatmap, .heatmapgl, .contour: mayBeEdges = true
    case .surface: mayBeEdges = false
    default: return
    }
    guard let z = trace.array(.z), z.count > 0, z.rowCount == z.count, !z.isRagged, z.shortestRow > 0 else { return }
    let isTransposed = trace.figure.bool(trace[.transpose]) ?? false
    let (columns, rows) = isTransposed ? (z.count, z.longestRow) : (z.longestRow, z.count)
    for (name, type, wanted, flaw) in [(TraceName.x, TraceName.xtype, columns, UInt8(0)), (.y, .ytype, rows, 1)] {
      guard let index = trace[name], let survey = trace.array(name), let count = LengthMismatch.length(survey),
        survey.rowCount == 0, count != wanted, !(mayBeEdges && count == wanted + 1),
        !trace.figure.isText(trace[type], "scaled")
      else { continue }
      trace.figure.report(.matrixAxes, member: index, FactDetail(flaw, (count, wanted)), to: &problems)
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let fact = problem.fact
    let noun = fact.flaw == 0 ? "column" : "row"
    return Words(
      "'\(context.memberName)' has \(EnglishList.count(fact.numbers.0, "element")), 'z' has \(EnglishList.count(fact.numbers.1, noun))",
      help: "write one for each \(noun)")
  }
}
