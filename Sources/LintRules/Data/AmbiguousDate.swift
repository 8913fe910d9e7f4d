package import Diagnostics
package import FigureValidator
import JSONCore

/// Dates are written in a way that plotly.js does not read.
package enum AmbiguousDate: TraceRule {
  package static let metadata = RuleMetadata(
    id: .ambiguousDate, name: "ambiguous-date", severity: .warning, since: "0.1.0",
    summary: "dates are not written as year-month-day",
    rationale: """
      plotly.js reads 2020-02-01, with or without a time. 01/02/2020 or 1 Feb 2020 are words for it: the axis gets one category for \
      each text, in the order of the data and with equal distances.
      """,
    wrong: #"{"data": [{"x": ["01/02/2020", "01/03/2020", "15/04/2020"], "y": [1, 2, 3]}]}"#,
    right: #"{"data": [{"x": ["2020-02-01", "2020-03-01", "2020-04-15"], "y": [1, 2, 3]}]}"#,
    remedy: "write '2020-02-01', or set the axis' 'type' to 'category' where names are meant")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    CoordinateArrays.forEach(
      trace, where: { $0.count > 1 && $0.kinds.subtracting(.unseenTexts) == .words }
    ) { index, _, _ in
      var first: Range<Int>?
      var seen = 0
      trace.figure.forEachElement(index) { _, kind, range in
        let text = range.dropFirst().dropLast()
        guard kind == .string, isSlashed(trace.figure.bytes, text) else {
          first = nil
          return false
        }
        first = first ?? range
        seen += 1
        return seen < 20
      }
      if let first, seen > 1 { trace.figure.report(.ambiguousDate, at: first, to: &problems) }
    }
  }

  /// `1/2/2020`, `01.02.2020` or `2020/01/02`, with or without a time behind it.
  private static func isSlashed(_ bytes: InputBytes, _ text: Range<Int>) -> Bool {
    var numbers: [Int] = []
    var separator: UInt8 = 0
    var offset = text.lowerBound
    while offset < text.upperBound, numbers.count < 3 {
      let start = offset
      while offset < text.upperBound, bytes[offset] &- UInt8(ascii: "0") < 10 { offset += 1 }
      guard offset > start else { return false }
      numbers.append(offset - start)
      guard numbers.count < 3 else { break }
      guard offset < text.upperBound, bytes[offset] == UInt8(ascii: "/") || bytes[offset] == UInt8(ascii: "."),
        separator == 0 || separator == bytes[offset]
      else { return false }
      separator = bytes[offset]
      offset += 1
    }
    guard numbers.count == 3, offset == text.upperBound || bytes[offset] == 0x20 else { return false }
    return numbers[0] <= 2 && numbers[1] <= 2 && numbers[2] == 4
      || numbers[0] == 4 && numbers[1] <= 2 && numbers[2] <= 2
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "\(context.value(problem.range).shown) is no date for plotly.js: the axis gets a category for each text",
      help: "write it as '2020-02-01', or set 'type' of the axis to 'category'")
  }
}
