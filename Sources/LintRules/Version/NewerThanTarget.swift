package import Diagnostics
package import FigureValidator

/// An attribute that only newer versions of plotly.js have.
package enum NewerThanTarget: Rule {
  package static let metadata = RuleMetadata(
    id: .newerThanTarget, name: "newer-than-target", severity: .error, since: "0.1.0",
    summary: "an attribute is younger than the target version",
    rationale: """
      The target ignores what it does not know yet. figlint holds the schemas of many versions and says which release \
      brought the attribute. (The example is wrong for --target 2.35.2.)
      """,
    wrong: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"type": "log", "minorloglabels": "none"}}}"#,
    right: #"{"data": [{"y": [1, 2]}], "layout": {"xaxis": {"type": "log", "dtick": 1}}}"#,
    remedy: "draw the figure with a newer plotly.js, or do without the attribute")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let key = context.value(problem.range)
    guard case .unknownKey(let place) = problem.detail else { return Words("\(key.shown) needs a newer plotly.js") }
    let advice = context.memory.suggester.advice(
      for: key.text ?? "", in: place, context.place(in: problem.versions), isScalar: true, versions: problem.versions)
    guard let history = VersionHistory(advice.knownVersions, from: problem.versions, context.tree) else {
      return Words("\(key.shown) needs a newer plotly.js")
    }
    guard case .newer(let first) = history.kind else {
      return Words("unknown attribute \(key.shown) (\(history.remark))")
    }
    return Words("\(key.shown) needs plotly.js \(first) or newer")
  }
}
