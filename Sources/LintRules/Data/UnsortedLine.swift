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
    guard let turn = turn(trace.figure, index) else { return }
    trace.figure.report(.unsortedLine, at: turn.range, FactDetail(0, (turn.position, 0)), to: &problems)
  }

  /// The first element of an array of dates from which on it goes in another direction than before.
  private static func turn(_ figure: FigureView, _ index: Int) -> (position: Int, range: Range<Int>)? {
    var direction = Direction()
    var plain = PlainTexts(figure.bytes, figure.range(of: index))
    var position = 0
    while let range = plain.next() {
      if direction.turns(at: range, figure.bytes) { return (position, range) }
      position += 1
    }
    if plain.isAtEnd { return nil }
    direction = Direction()
    var turn: (position: Int, range: Range<Int>)?
    figure.forEachElement(index) { position, _, range in
      if direction.turns(at: range, figure.bytes) { turn = (position, range) }
      return turn == nil
    }
    return turn
  }

  /// Whether a line is drawn: with few points plotly.js draws markers, too.
  private static func isLine(_ trace: TraceMembers, _ count: Int) -> Bool {
    trace[.mode] == nil || trace.figure.holds(trace[.mode], "lines")
  }

  /// An outline goes forth and back.
  private static func isFilled(_ trace: TraceMembers) -> Bool {
    trace.figure.isText(trace[.fill], "toself") || trace.figure.isText(trace[.fill], "tonext")
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "the line goes back at \(context.value(problem.range).shown), element \(problem.fact.numbers.0) of '\(context.memberName)'",
      help: "sort the points by date, or make a trace of each series")
  }
}

/// Where a sequence of dates goes.
private struct Direction {
  private var last: Range<Int>?
  private var hasRisen = false
  private var hasFallen = false

  /// Takes the next date; returns whether the sequence has gone both ways now.
  mutating func turns(at date: Range<Int>, _ bytes: InputBytes) -> Bool {
    if let last {
      switch Direction.compare(bytes, date, last) {
      case ..<0: hasFallen = true
      case 1...: hasRisen = true
      default: break
      }
    }
    last = date
    return hasRisen && hasFallen
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
}
