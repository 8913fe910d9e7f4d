package import Diagnostics
package import FigureValidator
import JSONCore

/// A trace on a carpet that there is not.
package enum CarpetLink: Rule, TracesRule {
  package static let metadata = RuleMetadata(
    id: .carpetLink, name: "carpet-link", severity: .warning, since: "0.1.0",
    summary: "a trace names a carpet that no trace of type carpet is",
    rationale: """
      scattercarpet and contourcarpet are drawn on the carpet whose name they have as 'carpet'. Without it they are invisible.
      """,
    wrong:
      #"{"data": [{"type": "carpet", "carpet": "c1", "a": [0, 1], "b": [0, 1], "y": [[1, 2], [3, 4]]}, {"type": "scattercarpet", "carpet": "c2", "a": [0, 1], "b": [0, 1]}]}"#,
    right:
      #"{"data": [{"type": "carpet", "carpet": "c1", "a": [0, 1], "b": [0, 1], "y": [[1, 2], [3, 4]]}, {"type": "scattercarpet", "carpet": "c1", "a": [0, 1], "b": [0, 1]}]}"#,
    remedy: "write the name of the carpet")

  static func isOfUse(_ names: TraceNames) -> Bool { names.contains(.carpet) }

  static func compare(_ traces: TraceMembers, into problems: inout [Problem]) {
    let figure = traces.figure
    var carpets: Set<String> = []
    var users: [Int] = []
    for trace in traces.axes {
      switch trace.type {
      case .carpet: carpets.insert(figure.text(figure.member(trace.trace, "carpet")) ?? "")
      case .scattercarpet, .contourcarpet: users.append(trace.trace)
      default: break
      }
    }
    for trace in users {
      guard let link = figure.member(trace, "carpet"), !figure.isWrong(link), let name = figure.text(link),
        !carpets.contains(name)
      else { continue }
      figure.report(.carpetLink, value: link, to: &problems)
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "no trace of type 'carpet' is called \(context.value(problem.range).shown): the trace is invisible",
      help: "write the name that a carpet has as 'carpet'")
  }
}
