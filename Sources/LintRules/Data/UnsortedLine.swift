package import Diagnostics
package import FigureValidator
import JSONCore

/// A line over time goes back.
package enum UnsortedLine: TraceRule {
  package static let metadata = RuleMetadata(
    id: .unsortedLine, name: "unsorted-line", severity: .warning, since: "0.1.0",
    summary: "a line over dates goes back and forth",
    rationale: """
      A line joins its points in the order of the data. Over time that should go in one direction; dates that jump back mostly mean \
      that the rows were not sorted, or that two series are in one trace.
      """,
    wrong:
      #"{"data": [{"x": ["2024-01-01", "2024-03-01", "2024-02-01", "2024-04-01"], "y": [1, 2, 3, 4], "mode": "lines"}]}"#,
    right:
      #"{"data": [{"x": ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01"], "y": [1, 3, 2, 4], "mode": "lines"}]}"#,
    remedy: "sort the points, or make a trace of each series")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    guard trace.type == .scatter || trace.type == .scattergl, let index = trace[.x], let survey = trace.array(.x),
      survey.count > 2, survey.kinds.subtracting(.unseenTexts) == .dates, isLine(trace, survey.count), !isFilled(trace),
      trace.figure.facts.range(of: index).count <= FigureView.longestReread
    else { return }
    var last: Range<Int>?
    var hasRisen = false
    var hasFallen = false
    var bad: (position: Int, range: Range<Int>)?
    trace.figure.forEachElement(index) { position, _, range in
      if let last {
        switch compare(trace.figure.bytes, range, last) {
        case ..<0: hasFallen = true
        case 1...: hasRisen = true
        default: break
        }
      }
      last = range
      if hasRisen, hasFallen { bad = (position, range) }
      return bad == nil
    }
    guard let bad else { return }
    trace.figure.report(.unsortedLine, at: bad.range, FactDetail(0, (bad.position, 0)), to: &problems)
  }

  /// Whether a line is drawn: with few points plotly.js draws markers, too.
  private static func isLine(_ trace: TraceMembers, _ count: Int) -> Bool {
    trace[.mode] == nil || trace.figure.holds(trace[.mode], "lines")
  }

  /// An outline goes forth and back.
  private static func isFilled(_ trace: TraceMembers) -> Bool {
    trace.figure.isText(trace[.fill], "toself") || trace.figure.isText(trace[.fill], "tonext")
  }

  /// Dates in this notation are in the order of their bytes. A shorter one is its own beginning.
  private static func compare(_ bytes: InputBytes, _ a: Range<Int>, _ b: Range<Int>) -> Int {
    let length = min(a.count, b.count) - 2
    var passed = 1
    while passed + 8 <= length, let one = bytes.word(at: a.lowerBound + passed),
      let other = bytes.word(at: b.lowerBound + passed)
    {
      if one != other { return one.byteSwapped < other.byteSwapped ? -1 : 1 }
      passed += 8
    }
    while passed <= length {
      let (one, other) = (bytes[a.lowerBound + passed], bytes[b.lowerBound + passed])
      if one != other { return one < other ? -1 : 1 }
      passed += 1
    }
    return 0
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "the line goes back at \(context.value(problem.range).shown), element \(problem.fact.numbers.0) of '\(context.memberName)'",
      help: "sort the points by date, or make a trace of each series")
  }
}
