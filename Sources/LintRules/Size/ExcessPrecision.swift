package import Diagnostics
package import FigureValidator
import JSONCore

/// Numbers have more digits than anybody sees.
package enum ExcessPrecision: TraceRule {
  package static let metadata = RuleMetadata(
    id: .excessPrecision, name: "excess-precision", severity: .info, since: "0.1.0",
    summary: "numbers are written with 15 digits and more",
    rationale: """
      0.30000000000000004 is 0.3 for every reader of a plot. Digits that no pixel can show are most of the size of many figures. Reported \
      where most of the first hundred numbers of an array have at least 15 digits.
      """,
    wrong: #"{"data": [{"y": [0.30000000000000004, 0.10000000000000001, 0.70000000000000007, 0.20000000000000001]}]}"#,
    right: #"{"data": [{"y": [0.3, 0.1, 0.7, 0.2]}]}"#,
    remedy: "round the data before they become a figure")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    let figure = trace.figure
    for index in figure.facts.children(of: trace.trace) {
      guard let survey = figure.array(index), survey.kinds.contains(.numbers), !survey.kinds.contains(.typed),
        survey.count > 3
      else { continue }
      var seen = 0
      var long = 0
      var example: Range<Int>?
      figure.forEachElement(index) { _, kind, range in
        seen += 1
        if kind == .number, figure.bytes.significantDigits(range) >= 15 {
          long += 1
          example = example ?? range
        }
        return seen < 100
      }
      guard long * 2 > seen, let example else { continue }
      figure.report(.excessPrecision, member: index, FactDetail(other: example), to: &problems)
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "most numbers of '\(context.memberName)' have 15 digits and more, as \(context.other(problem)) has",
      help: "round them: a plot shows three or four digits")
  }
}

extension InputBytes {
  /// How many digits the number in `range` has from its first that is not zero on.
  fileprivate func significantDigits(_ range: Range<Int>) -> Int {
    var digits = 0
    for offset in range {
      let byte = self[offset]
      if byte | 0x20 == UInt8(ascii: "e") { break }
      if byte &- UInt8(ascii: "0") < 10, digits > 0 || byte != UInt8(ascii: "0") { digits += 1 }
    }
    return digits
  }
}
