package import Diagnostics
package import FigureValidator
import JSONCore

/// More points than a browser can draw one by one.
package enum TooManySvgPoints: TraceRule {
  package static let metadata = RuleMetadata(
    id: .tooManySvgPoints, name: "too-many-svg-points", severity: .info, since: "0.1.0",
    summary: "a scatter trace has more points than a browser can draw as shapes",
    rationale: """
      Each marker of 'scatter' is an element of the page. From 40,000 on pages get slow; 'scattergl' draws the same with WebGL.
      """,
    wrong: #"{"data": [{"mode": "markers", "y": [\#(String(repeating: "1,", count: 39_999))1]}]}"#,
    right: #"{"data": [{"type": "scattergl", "y": [1, 2], "mode": "markers"}]}"#,
    remedy: "use 'scattergl' ('scatterpolargl' for 'scatterpolar'), or fewer points")

  private static let most = 40_000

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    let name: TraceName
    switch trace.type {
    case .scatter: name = .y
    case .scatterpolar: name = .r
    default: return
    }
    guard let survey = trace.array(name), survey.rowCount == 0, survey.count >= most,
      trace.figure.text(trace[.mode])?.contains("markers") ?? false
    else { return }
    trace.figure.report(
      .tooManySvgPoints, member: trace.trace, FactDetail(trace.type == .scatter ? 0 : 1, (survey.count, 0)),
      to: &problems)
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "the trace has \(problem.fact.numbers.0) points, each an element of the page",
      help: "use '\(problem.fact.flaw == 0 ? "scattergl" : "scatterpolargl")', or fewer points")
  }
}
