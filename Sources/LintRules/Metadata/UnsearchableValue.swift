package import Diagnostics
package import FigureValidator

/// A value is no value to search for.
package enum UnsearchableValue: Rule {
  package static let metadata = RuleMetadata(
    id: .unsearchableValue, name: "unsearchable-value", severity: .warning, since: "0.1.0",
    summary: "a value of metadata is an array of arrays, or larger than the limit that was set",
    rationale: """
      Search covers keys with their values. Tables and long texts belong into columns of the grid. How large a \
      value may be is not documented: nothing is reported unless a limit is set.
      """,
    wrong: #"{"metadata": {"calibration": [[1, 2], [3, 4]]}}"#,
    right: #"{"metadata": {"calibration": {"offset": 1, "slope": 2}}}"#,
    remedy: "make columns of it, or name the parts")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .metadata(let flaw) = problem.detail else { return Words("the value cannot be searched for") }
    guard case .largeValue(let bytes, let limit) = flaw else {
      return Words("the value is an array of arrays", help: "make columns of it, or name its parts")
    }
    return Words(
      "the value has \(bytes) bytes, the limit is \(limit)", help: "keep it in a column or a file of its own")
  }
}
