package import Diagnostics
package import FigureValidator
import JSONCore

/// The same array is written several times.
package enum DuplicatedData: Rule, FactRule {
  package static let metadata = RuleMetadata(
    id: .duplicatedData, name: "duplicated-data", severity: .info, since: "0.1.0",
    summary: "the same array is written several times",
    rationale: """
      Traces over the same x values, or text that repeats the data, each carry a copy. 'x0' and 'dx' describe values at equal distances; \
      a hovertemplate needs no text of its own. Reported for arrays of more than 2,000 bytes that are the same byte by byte.
      """,
    wrong:
      #"{"data": [{"y": [\#(String(repeating: "1, ", count: 700))1]}, {"y": [\#(String(repeating: "1, ", count: 700))1]}]}"#,
    right: #"{"data": [{"y": [1, 2]}, {"y": [3, 4]}]}"#,
    remedy: "use 'x0' and 'dx' for values at equal distances, a hovertemplate instead of texts")

  package static var ids: [RuleID] { [.duplicatedData] }

  private static let shortest = 2000

  package static func check(_ figure: FigureView, into problems: inout [Problem]) {
    guard let data = figure.facts.data else { return }
    var seen: [UInt64: Range<Int>] = [:]
    for index in data..<Int(figure.facts.members[data].end) {
      let range = figure.facts.range(of: index)
      guard range.count >= shortest, figure.array(index) != nil else { continue }
      // A few bytes of three places tell arrays apart; those that are alike are compared.
      let middle = range.lowerBound + range.count / 2
      var key = UInt64(range.count)
      for offset in [range.lowerBound, middle, range.upperBound - 9] {
        key = (key ^ (figure.bytes.word(at: offset) ?? 0)) &* 0x9E37_79B9_7F4A_7C15
      }
      if let other = seen[key], figure.bytes.equals(range, other, of: figure.bytes) {
        figure.report(.duplicatedData, member: index, FactDetail(0, (range.count, 0), other: other), to: &problems)
      } else {
        seen[key] = range
      }
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    Words(
      "'\(context.memberName)' is the same array of \(problem.fact.numbers.0) bytes as another one before",
      help: "use 'x0' and 'dx' for equal distances, a hovertemplate instead of texts")
  }
}
