package import Diagnostics
package import FigureValidator

/// A rule that looks at one trace at a time.
protocol TraceRule: Rule {
  static func check(_ trace: TraceMembers, into problems: inout [Problem])
}

/// Goes over the traces once for all rules that look at one at a time.
package enum TraceRules: FactRule {
  package static var ids: [RuleID] { all.map { $0.id } }

  private static let all: [(id: RuleID, rule: any TraceRule.Type)] = [
    (.lengthMismatch, LengthMismatch.self),
    (.styleArrayLength, StyleArrayLength.self),
    (.raggedMatrix, RaggedMatrix.self),
    (.matrixAxes, MatrixAxes.self),
    (.indexRange, IndexRange.self),
    (.sankeyNegative, SankeyNegative.self),
    (.hierarchy, Hierarchy.self),
    (.logNonpositive, LogNonpositive.self),
    (.nanInTypedArray, NanInTypedArray.self),
    (.ohlcOrder, OhlcOrder.self),
    (.numericStrings, NumericStrings.self),
    (.mixedTypes, MixedTypes.self),
    (.ambiguousDate, AmbiguousDate.self),
    (.unsortedLine, UnsortedLine.self),
    (.templateVariable, TemplateVariable.self),
    (.useTypedArray, UseTypedArray.self),
    (.excessPrecision, ExcessPrecision.self),
    (.tooManySvgPoints, TooManySvgPoints.self),
  ]

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    let rules = all.filter { figure.rules.contains($0.id) }.map { $0.rule }
    var members = TraceMembers(figure)
    for (index, trace) in figure.traces.enumerated() {
      members.enter(trace, index: index)
      for rule in rules { rule.check(members, into: &problems) }
    }
  }
}
