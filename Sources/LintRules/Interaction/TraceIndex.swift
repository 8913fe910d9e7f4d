package import Diagnostics
package import FigureValidator
import JSONCore

/// A button names a trace that there is not, or has a list of another length.
package enum TraceIndex: MenuRule {
  package static let metadata = RuleMetadata(
    id: .traceIndex, name: "trace-index", severity: .warning, since: "0.1.0",
    summary: "a button names a trace that there is not, or shows and hides another number of traces",
    rationale: """
      The indices of restyle and update count traces from 0. A list of 'visible' has one value for each trace that is changed: with \
      another number of values plotly.js begins it anew, and the wrong traces are shown.
      """,
    wrong:
      #"{"data": [{"y": [1, 2]}, {"y": [2, 1]}], "layout": {"updatemenus": [{"buttons": [{"method": "restyle", "args": [{"visible": [true, false, true]}]}]}]}}"#,
    right:
      #"{"data": [{"y": [1, 2]}, {"y": [2, 1]}], "layout": {"updatemenus": [{"buttons": [{"method": "restyle", "args": [{"visible": [true, false]}]}]}]}}"#,
    remedy: "write one value for each trace")

  static func check(_ commands: [MenuCommand], _ figure: FigureView, into problems: inout [Problem]) {
    guard let data = figure.facts.data else { return }
    let count = figure.facts.children(of: data).reduce(0) { count, _ in count + 1 }
    guard count > 0 else { return }
    for command in commands {
      var changed = count
      if let indices = command.traceIndices {
        changed = 1
        var bad: Range<Int>?
        if indices.kind == .array {
          changed = 0
          figure.forEachElement(in: indices.range) { _, kind, range in
            changed += 1
            if kind == .number, !isIndex(figure.number(kind, range), count) { bad = bad ?? range }
            return true
          }
        } else if !isIndex(figure.number(.number, indices.range), count) {
          bad = indices.range
        }
        if let bad {
          figure.report(.traceIndex, at: bad, FactDetail(1, (0, count)), to: &problems)
          continue
        }
      }
      guard let changes = command.traceChanges, let visible = figure.value(of: "visible", in: changes),
        visible.kind == .array
      else { continue }
      var own = 0
      figure.forEachElement(in: visible.range) { _, _, _ in
        own += 1
        return true
      }
      guard own > 1, changed > 0, own != changed else { continue }
      figure.report(.traceIndex, at: visible.range, FactDetail(0, (own, changed)), to: &problems)
    }
  }

  /// Negative indices count from the end.
  private static func isIndex(_ number: Double?, _ count: Int) -> Bool {
    guard let number else { return true }
    return number < Double(count) && number >= -Double(count) && number.rounded() == number
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let (own, traces) = problem.fact.numbers
    if problem.fact.flaw == 1 { return .noTrace(problem, of: traces, context) }
    return Words(
      "'visible' has \(EnglishList.count(own, "value")) for \(EnglishList.count(traces, "trace"))",
      help: "write one value for each trace that is changed")
  }
}

extension Words {
  /// The index at a problem's place is that of no trace.
  static func noTrace(_ problem: Problem, of count: Int, _ context: WordingContext) -> Words {
    Words(
      "the index \(context.value(problem.range).shown) names no trace: there are \(count)",
      help: "the first trace has the index 0")
  }
}
