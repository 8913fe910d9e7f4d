package import Diagnostics
package import FigureValidator

/// An array and its reference stand side by side.
package enum ArrayAndReference: Rule {
  package static let metadata = RuleMetadata(
    id: .arrayAndReference, name: "array-and-reference", severity: .warning, since: "0.1.0",
    summary: "an array stands beside the reference that it was read from",
    rationale: """
      A figure that was fetched with its data holds both. Sent back so, it is refused for the array; and when one \
      of them is changed nobody knows which one counts.
      """,
    wrong: #"{"data": [{"y": [1, 2], "ysrc": "ada:85:9ad27e"}]}"#,
    right: #"{"data": [{"ysrc": "ada:85:9ad27e"}]}"#,
    remedy: "drop one of the two")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .reference(let flaw) = problem.detail else { return Words("an array stands beside the reference") }
    guard case .besideArray(let array) = flaw else { return Words("an array stands beside the reference") }
    return Words(
      "\(context.value(array).kind.article) stands beside the reference \(context.value(problem.range).shown)",
      help: "drop one of the two")
  }
}
