package import Diagnostics
package import FigureValidator
import JSONCore

/// Values that a logarithmic axis cannot show.
package enum LogNonpositive: TraceRule {
  package static let metadata = RuleMetadata(
    id: .logNonpositive, name: "log-nonpositive", severity: .warning, since: "0.1.0",
    summary: "a logarithmic axis has values that are not above zero, or a range that is no power of ten",
    rationale: """
      A logarithm of zero or of a negative number there is not: such points vanish. And the range of a logarithmic axis is written \
      as powers of ten: [0, 3] is from 1 to 1000.
      """,
    wrong: #"{"data": [{"y": [1, 10, -5]}], "layout": {"yaxis": {"type": "log"}}}"#,
    right: #"{"data": [{"y": [1, 10, 100]}], "layout": {"yaxis": {"type": "log"}}}"#,
    remedy: "use a linear axis, or null where there is nothing to show")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    switch trace.type {
    case .scatter, .scattergl, .bar, .box, .violin, .waterfall, .ohlc, .candlestick: break
    default: return
    }
    look(at: .x, .xaxis, "xaxis", trace, &problems)
    look(at: .y, .yaxis, "yaxis", trace, &problems)
  }

  private static func look(
    at name: TraceName, _ axis: TraceName, _ base: StaticString, _ trace: TraceMembers, _ problems: inout [Problem]
  ) {
    guard let survey = trace.array(name), survey.rowCount == 0,
      !survey.kinds.isDisjoint(with: [.negatives, .leadingZeros, .typed]), let index = trace[name],
      trace.figure.hasLogAxis,
      let number = AxisReference(trace.figure, trace[axis])?.number, trace.figure.axisType(base, number) == "log"
    else { return }
    var bad: Int?
    trace.figure.forEachNumber(index) { position, number in
      if let number, number <= 0 { bad = position }
      return bad == nil
    }
    guard let bad else { return }
    trace.figure.report(
      .logNonpositive, at: trace.figure.range(ofElement: bad, in: index),
      FactDetail(0, (bad, number), isKey: false), to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    if problem.fact.flaw == 1 {
      return Words(
        "the range of a logarithmic axis reaches 10 to the power of \(context.value(problem.range).shown)",
        help: "write powers of ten: [0, 3] is from 1 to 1000")
    }
    let (element, number) = problem.fact.numbers
    let axis = "\(context.memberName)axis\(number > 0 ? "\(number)" : "")"
    let value = context.value(problem.range)
    let shown = value.kind == .number ? value.shown : "element \(element)"
    return Words(
      "\(shown) is not above zero, and '\(axis)' is logarithmic: the point is not drawn",
      help: "use a linear axis, or null where there is nothing to show")
  }
}
