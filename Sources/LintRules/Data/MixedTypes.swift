package import Diagnostics
package import FigureValidator
import JSONCore

/// Numbers and words, or dates and numbers, in one array of coordinates.
package enum MixedTypes: TraceRule {
  package static let metadata = RuleMetadata(
    id: .mixedTypes, name: "mixed-types", severity: .warning, since: "0.1.0",
    summary: "an array of coordinates mixes numbers with words",
    rationale: """
      Where an axis has no type, plotly.js decides by the majority: with more numbers than words it is linear, and the points with \
      words vanish. Values that are missing are null or empty texts, which are no words.
      """,
    wrong: #"{"data": [{"x": [1, 2, 3, 4], "y": [1, 2, 3, "n/a"]}]}"#,
    right: #"{"data": [{"x": [1, 2, 3, 4], "y": [1, 2, 3, null]}]}"#,
    remedy: "write null for what is missing, or set the axis' 'type' to 'category'")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    CoordinateArrays.forEach(
      trace,
      where: {
        $0.kinds.contains(.words) && $0.kinds.isDisjoint(with: [.unseenTexts, .arrays, .objects, .booleans])
          && $0.numericCount + $0.dateCount > 0
      }
    ) { index, survey, isStrict in
      guard !survey.kinds.contains(.numericTexts) || !isStrict() else { return }
      // What is neither number nor date nor missing: nulls and empty texts are counted with them, so that this is an upper
      // bound. It is few words among many numbers that are a mistake.
      let words = survey.count - survey.numericCount - survey.dateCount
      guard survey.numericCount == 0 || survey.dateCount == 0 else { return }
      let others = max(survey.numericCount, survey.dateCount)
      guard others > 0, words * 2 <= others else { return }
      var missing = 0
      trace.figure.forEachElement(index) { _, kind, range in
        if isMissing(kind, range, trace.figure.bytes) { missing += 1 }
        return true
      }
      guard words > missing else { return }
      trace.figure.report(
        .mixedTypes, member: index, FactDetail(survey.numericCount > 0 ? 0 : 1, (words - missing, 0)), to: &problems)
    }
  }

  /// Whether an element stands for a value that is missing: null, also as a text, or an empty text.
  private static func isMissing(_ kind: ValueKind, _ range: Range<Int>, _ bytes: InputBytes) -> Bool {
    kind == .null || kind == .string && (range.count == 2 || bytes.equals(range, "\"null\""))
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let fact = problem.fact
    let noun = fact.flaw == 0 ? "numbers" : "dates"
    return Words(
      "'\(context.memberName)' holds \(noun) and \(EnglishList.count(fact.numbers.0, "other text")): these points are not drawn",
      help: "write null for what is missing, or set 'type' of the axis to 'category'")
  }
}
