package import Diagnostics
package import FigureValidator
import JSONCore

/// A rule that looks at one trace at a time.
protocol TraceRule: Rule {
  static func check(_ trace: TraceMembers, into problems: inout [Problem])
}

/// A rule that compares the traces of a figure, and has nothing to say where no trace has certain members.
protocol TracesRule: Rule {
  /// Whether there is anything to look at in traces with these members.
  static func isOfUse(_ names: TraceNames) -> Bool
  /// - Parameter traces: all of them, visited.
  static func compare(_ traces: TraceMembers, into problems: inout [Problem])
}

/// Goes over the traces once for all rules that look at one at a time, and then asks those that compare them.
package enum TraceRules: FactRule {
  package static let ids: [RuleID] = all.map { $0.id } + comparisons.map { $0.id }

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

  private static let comparisons: [(id: RuleID, rule: any TracesRule.Type)] = [
    (.allInvisible, AllInvisible.self),
    (.duplicateUid, DuplicateUid.self),
    (.axisOverlap, AxisOverlap.self),
    (.missingAxis, MissingAxis.self),
    (.groupConflict, GroupConflict.self),
    (.carpetLink, CarpetLink.self),
  ]

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    var rules: [any TraceRule.Type] = []
    rules.reserveCapacity(all.count)
    for (id, rule) in all where figure.rules.contains(id) { rules.append(rule) }
    var members = TraceMembers(figure)
    for (index, trace) in figure.traces.enumerated() {
      members.enter(trace, index: index)
      for rule in rules { rule.check(members, into: &problems) }
      figure.bytes.giveBack(figure.facts.range(of: trace))
    }
    for (id, rule) in comparisons where figure.rules.contains(id) && rule.isOfUse(members.seen) {
      rule.compare(members, into: &problems)
    }
  }
}
