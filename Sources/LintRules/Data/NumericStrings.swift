package import Diagnostics
package import FigureValidator
import JSONCore

/// Numbers are written as texts, on an axis without a type.
package enum NumericStrings: TraceRule {
  package static let metadata = RuleMetadata(
    id: .numericStrings, name: "numeric-strings", severity: .info, since: "0.1.0",
    summary: "an array of an axis without type holds numbers as texts",
    rationale: """
      Where an axis has no type, plotly.js takes texts that are numbers for numbers: years and postal codes are spread over a \
      linear axis, with ticks between them. Where they are names, the axis must say so.
      """,
    wrong: #"{"data": [{"x": ["2019", "2020", "2022"], "y": [1, 2, 3]}]}"#,
    right: #"{"data": [{"x": ["2019", "2020", "2022"], "y": [1, 2, 3]}], "layout": {"xaxis": {"type": "category"}}}"#,
    remedy: "set 'type' of the axis: 'category' for names, 'linear' for numbers")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    CoordinateArrays.forEach(
      trace,
      where: {
        $0.kinds.contains(.numericTexts)
          && $0.kinds.isDisjoint(with: [.numbers, .words, .dates, .arrays, .unseenTexts])
      }
    ) { index, _, isStrict in
      guard !isStrict() else { return }
      trace.figure.report(.numericStrings, member: index, to: &problems)
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "'\(context.memberName)' holds numbers as texts, and its axis has no type: it becomes linear",
      help: "set 'type' of the axis: 'category' for names, 'linear' for numbers")
  }
}
