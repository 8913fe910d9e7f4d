package import Diagnostics
package import FigureValidator
import JSONCore

/// A candle whose lowest value is not the lowest.
package enum OhlcOrder: TraceRule {
  package static let metadata = RuleMetadata(
    id: .ohlcOrder, name: "ohlc-order", severity: .warning, since: "0.1.0",
    summary: "low is not the lowest, or high not the highest, of a candle",
    rationale: """
      'low' and 'high' are the ends of the line, 'open' and 'close' lie between them. Otherwise two columns were taken for one another.
      """,
    wrong:
      #"{"data": [{"type": "candlestick", "x": ["2024-01-02"], "open": [5], "high": [4], "low": [8], "close": [6]}]}"#,
    right:
      #"{"data": [{"type": "candlestick", "x": ["2024-01-02"], "open": [5], "high": [8], "low": [4], "close": [6]}]}"#,
    remedy: "look which columns were swapped")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    guard trace.type == .candlestick || trace.type == .ohlc else { return }
    let figure = trace.figure
    func column(_ name: TraceName) -> [Double?]? {
      figure.isWrong(trace[name]) ? nil : figure.numbers(trace[name])
    }
    guard let opens = column(.open), let highs = column(.high), let lows = column(.low), let closes = column(.close)
    else { return }
    for position in 0..<min(opens.count, highs.count, lows.count, closes.count) {
      guard let open = opens[position], let high = highs[position], let low = lows[position],
        let close = closes[position]
      else { continue }
      let wrong: TraceName
      if high < max(open, low, close) {
        wrong = .high
      } else if low > min(open, high, close) {
        wrong = .low
      } else {
        continue
      }
      guard let index = trace[wrong] else { return }
      figure.report(
        .ohlcOrder, at: figure.range(ofElement: position, in: index), FactDetail(0, (position, 0)), to: &problems)
      return
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let (position, _) = problem.fact.numbers
    let name = context.memberName
    return Words(
      "'\(name)' is \(name == "high" ? "below" : "above") another value of candle \(position)",
      help: "'low' and 'high' are the ends, 'open' and 'close' lie between them")
  }
}
