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
  package static var ids: [RuleID] { all.map(\.id) + comparisons.map(\.id) }

  package static func isAsked(by rules: RuleSet) -> Bool {
    all.contains { rules.contains($0.id) } || comparisons.contains { rules.contains($0.id) }
  }

  private struct Row {
    let id: RuleID
    let rule: any TraceRule.Type

    init(_ id: RuleID, _ rule: any TraceRule.Type) {
      self.id = id
      self.rule = rule
    }
  }

  private struct Comparison {
    let id: RuleID
    let rule: any TracesRule.Type

    init(_ id: RuleID, _ rule: any TracesRule.Type) {
      self.id = id
      self.rule = rule
    }
  }

  private static let all: [Row] = [
    Row(.lengthMismatch, LengthMismatch.self),
    Row(.styleArrayLength, StyleArrayLength.self),
    Row(.raggedMatrix, RaggedMatrix.self),
    Row(.matrixAxes, MatrixAxes.self),
    Row(.indexRange, IndexRange.self),
    Row(.sankeyNegative, SankeyNegative.self),
    Row(.hierarchy, Hierarchy.self),
    Row(.logNonpositive, LogNonpositive.self),
    Row(.nanInTypedArray, NanInTypedArray.self),
    Row(.ohlcOrder, OhlcOrder.self),
    Row(.numericStrings, NumericStrings.self),
    Row(.mixedTypes, MixedTypes.self),
    Row(.ambiguousDate, AmbiguousDate.self),
    Row(.unsortedLine, UnsortedLine.self),
    Row(.templateVariable, TemplateVariable.self),
    Row(.useTypedArray, UseTypedArray.self),
    Row(.excessPrecision, ExcessPrecision.self),
    Row(.tooManySvgPoints, TooManySvgPoints.self),
  ]

  private static let comparisons: [Comparison] = [
    Comparison(.allInvisible, AllInvisible.self),
    Comparison(.duplicateUid, DuplicateUid.self),
    Comparison(.axisOverlap, AxisOverlap.self),
    Comparison(.missingAxis, MissingAxis.self),
    Comparison(.groupConflict, GroupConflict.self),
    Comparison(.carpetLink, CarpetLink.self),
  ]

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    var rules: [any TraceRule.Type] = []
    rules.reserveCapacity(all.count)
    for row in all where figure.rules.contains(row.id) { rules.append(row.rule) }
    var members = TraceMembers(figure)
    for (index, trace) in figure.traces.enumerated() {
      members.enter(trace, index: index)
      for rule in rules { rule.check(members, into: &problems) }
      figure.bytes.giveBack(figure.facts.range(of: trace))
    }
    for row in comparisons where figure.rules.contains(row.id) && row.rule.isOfUse(members.seen) {
      row.rule.compare(members, into: &problems)
    }
  }
}
