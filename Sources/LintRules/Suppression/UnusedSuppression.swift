package import Diagnostics
package import FigureValidator

/// A rule is switched off in the figure where it finds nothing.
package enum UnusedSuppression: Rule {
  package static let metadata = RuleMetadata(
    id: .unusedSuppression, name: "unused-suppression", severity: .warning, since: "0.1.0",
    summary: "'meta.figlint.ignore' names a rule that finds nothing there",
    rationale: """
      'meta.figlint.ignore' of a trace switches rules off in that trace, that of the layout in the whole figure. What it \
      was written for has been repaired or never was there; left behind, it would hide the next mistake. Rules that are \
      not selected in this run are not judged.
      """,
    wrong: #"{"data": [{"y": [1, 2], "meta": {"figlint": {"ignore": ["S001"]}}}]}"#,
    right: #"{"data": [{"y": [1, 2], "note": "mine", "meta": {"figlint": {"ignore": ["S001"]}}}]}"#,
    remedy: "delete the entry")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let name = context.value(problem.range).shown
    return Words("the suppression of \(name) hides nothing", help: "delete it: \(name) finds nothing here")
  }
}
