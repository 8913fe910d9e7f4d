package import Diagnostics
package import FigureValidator
import JSONCore
import ValidationTree

/// What a newer version draws in another way, though the figure is the same.
package enum ChangedDefault: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .changedDefault, name: "changed-default", severity: .info, since: "0.1.0",
    summary: "the default of an attribute that is not given is another one since plotly.js 4.0",
    rationale: """
      An axis that overlays another has the ticks of that one since plotly.js 4.0 ('tickmode': 'sync'); before, it had ticks of \
      its own. A figure that was made for an older version and does not say looks different.
      """,
    wrong: #"{"data": [{"y": [1, 2]}, {"y": [1, 2], "yaxis": "y2"}], "layout": {"yaxis2": {"overlaying": "y"}}}"#,
    right:
      #"{"data": [{"y": [1, 2]}, {"y": [1, 2], "yaxis": "y2"}], "layout": {"yaxis2": {"overlaying": "y", "tickmode": "auto"}}}"#,
    remedy: "write 'tickmode': 'auto' to keep the old look, or 'sync' to say that the new one is meant")

  package static var ids: [RuleID] { [.changedDefault] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    guard let layout = figure.facts.layout, figure.tree.isModern(figure.version) else { return }
    for axis in figure.facts.children(of: layout) where figure.facts.members[axis].kind == .object {
      guard let key = figure.key(of: axis), key.hasPrefix("xaxis") || key.hasPrefix("yaxis"),
        figure.isGiven(figure.member(axis, "overlaying")), !figure.isText(figure.member(axis, "overlaying"), "free"),
        (["tickmode", "dtick", "tick0", "tickvals", "nticks"] as [StaticString])
          .allSatisfy({ figure.member(axis, $0) == nil })
      else { continue }
      figure.report(.changedDefault, member: axis, to: &problems)
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "'\(context.memberName)' overlays another axis and has its ticks since plotly.js 4.0",
      help: "write 'tickmode': 'auto' for ticks of its own, 'sync' to say that it is meant")
  }
}

extension ValidationTree {
  /// Whether a version is 4.0 or newer.
  fileprivate func isModern(_ version: Int) -> Bool { traits(version).contains(.modernColours) }
}
