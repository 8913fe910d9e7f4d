package import Diagnostics
package import FigureValidator
import JSONCore

/// The part of ``LogNonpositive`` that looks at the ranges of axes: they are powers of ten.
package enum LogRange: FactRule {
  package static var ids: [RuleID] { [.logNonpositive] }

  /// No data reaches further: there are fewer particles in the universe than 10 to the power of 100.
  private static let largestPower = 50.0

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    guard figure.hasLogAxis, let layout = figure.facts.layout else { return }
    for axis in figure.facts.children(of: layout) where figure.isText(figure.member(axis, "type"), "log") {
      guard let range = figure.member(axis, "range"), !figure.isWrong(range) else { continue }
      figure.forEachElement(range) { _, kind, element in
        guard kind == .number, let power = figure.number(kind, element), abs(power) > largestPower else { return true }
        figure.report(.logNonpositive, at: element, FactDetail(1), to: &problems)
        return false
      }
    }
  }
}
