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
  package static var ids: [RuleID] {
    var ids: [RuleID] = []
    forEach { id, _ in ids.append(id) }
    forEachComparison { id, _ in ids.append(id) }
    return ids
  }

  package static func isAsked(by rules: RuleSet) -> Bool {
    var isAsked = false
    forEach { id, _ in isAsked = isAsked || rules.contains(id) }
    forEachComparison { id, _ in isAsked = isAsked || rules.contains(id) }
    return isAsked
  }

  // Calls and no arrays, whose types would have to be made whenever the program starts.

  private static func forEach(_ body: (RuleID, any TraceRule.Type) -> Void) {
    body(.lengthMismatch, LengthMismatch.self)
    body(.styleArrayLength, StyleArrayLength.self)
    body(.raggedMatrix, RaggedMatrix.self)
    body(.matrixAxes, MatrixAxes.self)
    body(.indexRange, IndexRange.self)
    body(.sankeyNegative, SankeyNegative.self)
    body(.hierarchy, Hierarchy.self)
    body(.logNonpositive, LogNonpositive.self)
    body(.nanInTypedArray, NanInTypedArray.self)
    body(.ohlcOrder, OhlcOrder.self)
    body(.numericStrings, NumericStrings.self)
    body(.mixedTypes, MixedTypes.self)
    body(.ambiguousDate, AmbiguousDate.self)
    body(.unsortedLine, UnsortedLine.self)
    body(.templateVariable, TemplateVariable.self)
    body(.useTypedArray, UseTypedArray.self)
    body(.excessPrecision, ExcessPrecision.self)
    body(.tooManySvgPoints, TooManySvgPoints.self)
  }

  private static func forEachComparison(_ body: (RuleID, any TracesRule.Type) -> Void) {
    body(.allInvisible, AllInvisible.self)
    body(.duplicateUid, DuplicateUid.self)
    body(.axisOverlap, AxisOverlap.self)
    body(.missingAxis, MissingAxis.self)
    body(.groupConflict, GroupConflict.self)
    body(.carpetLink, CarpetLink.self)
  }

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    var rules: [any TraceRule.Type] = []
    forEach { id, rule in if figure.rules.contains(id) { rules.append(rule) } }
    var members = TraceMembers(figure)
    for (index, trace) in figure.traces.enumerated() {
      members.enter(trace, index: index)
      for rule in rules { rule.check(members, into: &problems) }
      figure.bytes.giveBack(figure.facts.range(of: trace))
    }
    forEachComparison { id, rule in
      if figure.rules.contains(id), rule.isOfUse(members.seen) { rule.compare(members, into: &problems) }
    }
  }
}
