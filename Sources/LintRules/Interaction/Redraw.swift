package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// An animation of traces that do not move without a redraw.
package enum Redraw: MenuRule {
  package static let metadata = RuleMetadata(
    id: .redraw, name: "redraw", severity: .warning, since: "0.1.0",
    summary: "an animation has 'redraw': false, but its traces need one",
    rationale: """
      Only scatter and bar traces are moved from frame to frame. All others are drawn anew, which 'redraw': false forbids: the animation \
      runs, and nothing changes.
      """,
    wrong:
      #"{"data": [{"type": "heatmap", "z": [[1, 2]]}], "frames": [{"name": "a", "data": [{"type": "heatmap", "z": [[2, 1]]}]}], "layout": {"updatemenus": [{"buttons": [{"method": "animate", "args": [null, {"frame": {"redraw": false}}]}]}]}}"#,
    right:
      #"{"data": [{"type": "heatmap", "z": [[1, 2]]}], "frames": [{"name": "a", "data": [{"type": "heatmap", "z": [[2, 1]]}]}], "layout": {"updatemenus": [{"buttons": [{"method": "animate", "args": [null, {"frame": {"redraw": true}}]}]}]}}"#,
    remedy: "write 'redraw': true")

  static func check(_ commands: [MenuCommand], _ figure: FigureView, into problems: inout [Problem]) {
    var still: Int?
    for frame in figure.items(figure.facts.frames) where still == nil {
      for trace in figure.items(figure.member(frame, "data")) where still == nil {
        guard let type = figure.facts.traceType(of: trace) else { continue }
        switch figure.typeName(of: trace) {
        case "scatter", "bar", "": break
        default: still = type
        }
      }
    }
    guard let still else { return }
    for command in commands where command.method == "animate" {
      // Stopping an animation asks for no frame at all.
      if let names = command.argument(0, .array), isPause(names, figure) { continue }
      guard let options = command.argument(1, .object), let frame = figure.value(of: "frame", in: options),
        frame.kind == .object,
        let redraw = figure.value(of: "redraw", in: frame.range), redraw.kind == .false
      else { continue }
      figure.report(.redraw, at: redraw.range, FactDetail(0, (still, 0)), to: &problems)
    }
  }

  /// Whether the names are `[null]`.
  private static func isPause(_ names: Range<Int>, _ figure: FigureView) -> Bool {
    var isPause = false
    figure.forEachElement(in: names) { _, kind, _ in
      isPause = kind == .null
      return false
    }
    return isPause
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "traces of type '\(context.traceTypeName(problem.fact.numbers.0))' do not change without a redraw",
      help: "write 'redraw': true",
      fix: Fix(isSafe: true, edits: [Fix.Edit(range: problem.range, text: "true")]))
  }
}

extension WordingContext {
  /// The name of the trace type with an ordinal.
  fileprivate func traceTypeName(_ ordinal: Int) -> String {
    let edges = tree.edges(of: tree.traces)
    guard ordinal >= 0, ordinal < edges.count else { return "" }
    return tree.text(tree.word(of: edges[edges.startIndex + ordinal]))
  }
}
