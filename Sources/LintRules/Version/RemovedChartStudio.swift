package import Diagnostics
package import FigureValidator

/// What plotly.js had for the hosted Chart Studio service.
package enum RemovedChartStudio: Rule {
  package static let metadata = RuleMetadata(
    id: .removedChartStudio, name: "removed-chart-studio", severity: .error, since: "0.1.0",
    summary: "an attribute of the Chart Studio service is gone from plotly.js",
    rationale: """
      Up to 3.x every attribute that takes an array had a twin with the column of a grid (xsrc for x); stream, \
      hidesources and options such as showLink belonged to the service, too. plotly.js 4.0 dropped them all. A server \
      of your own still reads them: `--target chart-studio` checks against the newest version that has them.
      """,
    wrong: #"{"data": [{"y": [1, 2], "ysrc": "anna:7:31c2"}]}"#,
    right: #"{"data": [{"y": [1, 2]}]}"#,
    remedy: "delete it where the data are in the figure; `figlint check --fix` does it")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let key = context.value(problem.range)
    guard let name = key.text else { return Words("unknown attribute") }
    let noun = context.path.first == .key("config") ? "option" : "attribute"
    let message = "unknown \(noun) \(key.shown) (removed in 4.0 with all that belonged to Chart Studio)"
    let data = name.hasSuffix("src") ? String(name.dropLast(3)) : nil
    if let data, !context.hasSibling(data) {
      return Words(message, help: "write the data as '\(data)', or check with --target chart-studio")
    }
    let edits = context.containers.last.flatMap {
      MemberDeletion.edits(
        deleting: problem.range, inObjectAt: $0, knowing: context.outline.values, context.bytes)
    }
    return Words(
      message, help: data.map { "delete it: '\($0)' holds the data" } ?? "delete it",
      fix: edits.map { Fix(isSafe: true, edits: $0) })
  }
}
