package import Diagnostics
package import FigureValidator
import JSONCore

/// Traces of one stack say different things of it.
package enum GroupConflict: Rule, TracesRule {
  package static let metadata = RuleMetadata(
    id: .groupConflict, name: "group-conflict", severity: .warning, since: "0.1.0",
    summary: "traces of one stackgroup say different things of the stack",
    rationale: """
      The first trace of a stack that says anything of 'groupnorm', 'stackgaps' or 'orientation' says it for the whole stack; what later \
      ones say is ignored (plotly.js src/traces/scatter/stack_defaults.js).
      """,
    wrong:
      #"{"data": [{"y": [1, 2], "stackgroup": "a", "groupnorm": "percent"}, {"y": [1, 2], "stackgroup": "a", "groupnorm": "fraction"}]}"#,
    right: #"{"data": [{"y": [1, 2], "stackgroup": "a", "groupnorm": "percent"}, {"y": [1, 2], "stackgroup": "a"}]}"#,
    remedy: "say it once for the stack")

  static func isOfUse(_ names: TraceNames) -> Bool { names.contains(.stackgroup) }

  static func compare(_ traces: TraceMembers, into problems: inout [Problem]) {
    let figure = traces.figure
    // What the first trace of a stack says that says anything, by the names of stack and attribute.
    var said: [String: String] = [:]
    for trace in figure.traces {
      guard figure.isTrace(trace, "scatter"), let group = figure.text(figure.member(trace, "stackgroup")),
        !group.isEmpty,
        figure.bool(figure.member(trace, "visible")) != false
      else { continue }
      let axes = [figure.member(trace, "xaxis"), figure.member(trace, "yaxis")].map { figure.text($0) ?? "" }
      for name in ["groupnorm", "stackgaps", "orientation"] as [StaticString] {
        guard let member = figure.member(trace, name), !figure.isWrong(member), let own = figure.text(member) else {
          continue
        }
        let key = (["\(name)", group] + axes).joined(separator: "\n")
        if let first = said[key] {
          if first != own { figure.report(.groupConflict, value: member, to: &problems) }
        } else {
          said[key] = own
        }
      }
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "'\(context.memberName)' is \(context.value(problem.range).shown), but a trace of the stack before says otherwise",
      help: "plotly.js takes what comes first: say it once for the stack")
  }
}
