package import Diagnostics
package import FigureValidator

/// A rule that looks at the commands of buttons and steps.
protocol MenuRule: Rule {
  /// - Parameter commands: all of the figure, in the order of the text; not empty.
  static func check(_ commands: [MenuCommand], _ figure: FigureView, into problems: inout [Problem])
}

/// Finds the commands of a figure once for all rules that look at them.
package enum MenuRules: FactRule {
  package static var ids: [RuleID] { [.menuArgs, .traceIndex, .missingFrame, .redraw] }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    let commands = MenuCommand.all(figure)
    guard !commands.isEmpty else { return }
    let rules = figure.rules
    if rules.contains(.menuArgs) { MenuArgs.check(commands, figure, into: &problems) }
    if rules.contains(.traceIndex) { TraceIndex.check(commands, figure, into: &problems) }
    if rules.contains(.missingFrame) { MissingFrame.check(commands, figure, into: &problems) }
    if rules.contains(.redraw) { Redraw.check(commands, figure, into: &problems) }
  }
}
