import FigureValidator
import JSONCore

/// The arrays of a trace whose kind decides what its axes are: those on axes that have no type of their own.
enum CoordinateArrays {
  /// Calls `body` with each such array; the last argument tells whether texts that are numbers count as words.
  static func forEach(
    _ trace: TraceMembers, where isWanted: (ArraySurvey) -> Bool, _ body: (Int, ArraySurvey, () -> Bool) -> Void
  ) {
    switch trace.type {
    case .scatter, .scattergl, .bar, .box, .violin, .waterfall, .funnel, .candlestick, .ohlc: break
    default: return
    }
    look(at: .x, .xaxis, "xaxis", trace, where: isWanted, body)
    look(at: .y, .yaxis, "yaxis", trace, where: isWanted, body)
  }

  private static func look(
    at name: TraceName, _ axis: TraceName, _ base: StaticString, _ trace: TraceMembers,
    where isWanted: (ArraySurvey) -> Bool, _ body: (Int, ArraySurvey, () -> Bool) -> Void
  ) {
    let figure = trace.figure
    guard let survey = trace.array(name), !survey.kinds.isDisjoint(with: .texts), isWanted(survey),
      let index = trace[name], !figure.isWrong(trace[axis]), let number = AxisReference(figure, trace[axis])?.number,
      figure.axisType(base, number) == nil
    else { return }
    body(index, survey) { figure.isStrict(base, number) }
  }
}
