package import Diagnostics
package import FigureValidator
import JSONCore

/// A number that JavaScript cannot hold.
package enum NumberOverflow: Rule {
  // A warning: JSON.parse takes both kinds, and most plots look the same. Where a number that became infinite is no
  // valid value, the rule for that value says so, as an error.
  package static let metadata = RuleMetadata(
    id: .numberOverflow, name: "number-overflow", severity: .warning, since: "0.1.0",
    summary: "a number is infinite or inexact in JavaScript",
    rationale: """
      Numbers of JavaScript are doubles (IEEE 754). 1e999 becomes infinite and is not drawn; an integer beyond 2^53, \
      such as a long id, is rounded, so that two ids can become one. Integers that a double holds exactly are right, \
      however long they are.
      """,
    wrong: #"{"data": [{"y": [1, 2], "customdata": [9007199254740993, 1]}]}"#,
    right: #"{"data": [{"y": [1, 2], "customdata": ["9007199254740993", 1]}]}"#,
    remedy: "write ids as strings, and numbers within the range of a double")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let shown = ClippedText(raw: problem.range, context.bytes).plain
    if case .textIssue(.infiniteNumber) = problem.detail {
      return Words("\(shown) is too large: JavaScript reads it as infinite", help: "numbers reach to about 1.8e308")
    }
    let value = NumberText.double(context.bytes, problem.range)
    return Words(
      "\(shown) loses digits: JavaScript reads \(IntegerName(value))",
      help: "if it is an id, write it as a string: integers are exact up to 2^53")
  }
}

/// An integral double without exponent, as far as that is of any use.
private struct IntegerName: CustomStringConvertible {
  let description: String

  init(_ value: Double) {
    description = Int(exactly: value).map(String.init) ?? "\(NumberName(value))"
  }
}
