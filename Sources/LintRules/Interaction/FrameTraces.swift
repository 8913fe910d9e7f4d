package import Diagnostics
package import FigureValidator
import JSONCore

/// A frame changes a trace that there is not.
package enum FrameTraces: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .frameTraces, name: "frame-traces", severity: .warning, since: "0.1.0",
    summary: "'traces' of a frame names no trace, or has another length than its data",
    rationale: """
      Each item of a frame's 'data' changes the trace that 'traces' names at the same position (the first ones, if there is no 'traces'). \
      What names no trace changes nothing.
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "frames": [{"name": "a", "data": [{"y": [2, 1]}], "traces": [1]}]}"#,
    right: #"{"data": [{"y": [1, 2]}], "frames": [{"name": "a", "data": [{"y": [2, 1]}], "traces": [0]}]}"#,
    remedy: "write the index of a trace for each item: the first trace has the index 0")

  package static var ids: [RuleID] { [.frameTraces] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    guard let data = figure.facts.data else { return }
    let count = figure.facts.children(of: data).reduce(0) { count, _ in count + 1 }
    for frame in figure.items(figure.facts.frames) {
      guard let list = figure.member(frame, "traces"), !figure.isWrong(list), figure.facts.members[list].kind == .array
      else { continue }
      var own = 0
      var bad: Range<Int>?
      figure.forEachElement(list) { _, kind, range in
        own += 1
        if kind == .number, let index = figure.number(kind, range), !(index >= 0 && index < Double(count)) {
          bad = bad ?? range
        }
        return true
      }
      if let bad {
        figure.report(.frameTraces, at: bad, FactDetail(1, (0, count)), to: &problems)
      } else if let items = figure.member(frame, "data"), figure.facts.members[items].kind == .array {
        let length = figure.facts.children(of: items).reduce(0) { count, _ in count + 1 }
        if length != own { figure.report(.frameTraces, member: list, FactDetail(0, (own, length)), to: &problems) }
      }
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let (own, other) = problem.fact.numbers
    if problem.fact.flaw == 1 { return .noTrace(problem, of: other, context) }
    return Words(
      "'traces' has \(EnglishList.count(own, "element")), 'data' of the frame has \(other)",
      help: "write the index of a trace for each item of 'data'")
  }
}
