package import Diagnostics
package import FigureValidator
import JSONCore

/// An index points behind the end of what it counts.
package enum IndexRange: TraceRule {
  package static let metadata = RuleMetadata(
    id: .indexRange, name: "index-range", severity: .warning, since: "0.1.0",
    summary: "an index is negative or behind the last element",
    rationale: """
      The links of a sankey name nodes by index, the triangles of a mesh name points, selectedpoints names points of the trace. An \
      index that is no whole number from 0 on drops the link or the triangle; one behind the last label makes a node that nobody named.
      """,
    wrong:
      #"{"data": [{"type": "sankey", "node": {"label": ["a", "b"]}, "link": {"source": [0], "target": [2], "value": [5]}}]}"#,
    right:
      #"{"data": [{"type": "sankey", "node": {"label": ["a", "b"]}, "link": {"source": [0], "target": [1], "value": [5]}}]}"#,
    remedy: "correct the index: the first element has the index 0")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    let figure = trace.figure
    switch trace.type {
    case .sankey:
      guard let labels = figure.array(figure.member(trace[.node], "label")), labels.count > 0 else { return }
      for name in ["source", "target"] as [StaticString] {
        look(at: figure.member(trace[.link], name), labels.count, 0, figure, &problems)
      }
    case .mesh3d:
      guard let x = trace.array(.x), x.count > 0, x.rowCount == 0 else { return }
      for name in [TraceName.i, .j, .k] { look(at: trace[name], x.count, 1, figure, &problems) }
    default:
      guard let selected = trace[.selectedpoints], PointArrays.isStyledByPoint(trace.type) else { return }
      let counts = PointArrays.bases(of: trace.type).compactMap { trace.array($0).flatMap(LengthMismatch.length) }
      guard let count = counts.min() else { return }
      look(at: selected, count, 2, figure, &problems)
    }
  }

  /// Reports the first index that is out of range.
  private static func look(
    at index: Int?, _ count: Int, _ flaw: UInt8, _ figure: FigureView, _ problems: inout [Problem]
  ) {
    guard let index, !figure.isWrong(index) else { return }
    var bad: Int?
    figure.forEachNumber(index) { position, number in
      guard let number, number.isFinite else { return true }
      guard number >= 0, number < Double(count), number.rounded() == number else {
        bad = position
        return false
      }
      return true
    }
    guard let bad else { return }
    figure.report(
      .indexRange, at: figure.range(ofElement: bad, in: index), FactDetail(flaw, (count, bad)), to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let (count, element) = problem.fact.numbers
    let value = context.value(problem.range)
    let shown = value.kind == .number ? value.shown : "at element \(element)"
    let noun = ["node", "point", "point"][Int(min(problem.fact.flaw, 2))]
    return Words(
      "the index \(shown) names no \(noun): there are \(count)",
      help: count > 0 ? "indices go from 0 to \(count - 1)" : nil)
  }
}
