package import Diagnostics
package import FigureValidator

/// A rule that looks at the commands of buttons and steps.
protocol MenuRule: Rule {
  /// - Parameter commands: all of the figure, in the order of the text; not empty.
  static func check(_ commands: [MenuCommand], _ figure: FigureView, into problems: inout [Problem])
}

/// Finds the commands of a figure once for all rules that look at them.
package enum MenuRules: FactRule {
  package static let ids: [RuleID] = all.map { $0.id }

  private static let all: [(id: RuleID, rule: any MenuRule.Type)] = [
    (.menuArgs, MenuArgs.self),
    (.traceIndex, TraceIndex.self),
    (.missingFrame, MissingFrame.self),
    (.redraw, Redraw.self),
  ]

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    let commands = MenuCommand.all(figure)
    guard !commands.isEmpty else { return }
    for (id, rule) in all where figure.rules.contains(id) { rule.check(commands, figure, into: &problems) }
  }
}
