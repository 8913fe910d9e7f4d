package import Diagnostics
package import FigureValidator
import JSONCore

/// Two traces have the same uid.
package enum DuplicateUid: Rule, TracesRule {
  package static let metadata = RuleMetadata(
    id: .duplicateUid, name: "duplicate-uid", severity: .warning, since: "0.1.0",
    summary: "two traces have the same uid",
    rationale: """
      A uid tells plotly.js which trace is which when a figure is drawn anew: of two traces with the same one, one takes over the state \
      of the other (hidden in the legend, selected points), and transitions mix them up.
      """,
    wrong: #"{"data": [{"y": [1, 2], "uid": "a"}, {"y": [2, 1], "uid": "a"}]}"#,
    right: #"{"data": [{"y": [1, 2], "uid": "a"}, {"y": [2, 1], "uid": "b"}]}"#,
    remedy: "leave uid out, or give each trace its own")

  static func isOfUse(_ names: TraceNames) -> Bool { names.contains(.uid) }

  static func compare(_ traces: TraceMembers, into problems: inout [Problem]) {
    let figure = traces.figure
    var seen: Set<String> = []
    for trace in figure.traces {
      guard let member = figure.member(trace, "uid"), let uid = figure.text(member), !uid.isEmpty,
        !figure.isWrong(member),
        !seen.insert(uid).inserted
      else { continue }
      figure.report(.duplicateUid, value: member, to: &problems)
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "another trace has the uid \(context.value(problem.range).shown), too",
      help: "leave it out, or give each trace its own")
  }
}
