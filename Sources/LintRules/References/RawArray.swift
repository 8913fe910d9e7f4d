package import Diagnostics
package import FigureValidator

/// A trace holds data that the service takes as references alone.
package enum RawArray: Rule {
  package static let metadata = RuleMetadata(
    id: .rawArray, name: "raw-array", severity: .error, since: "0.1.0",
    summary: "a trace has an array where the service takes a reference",
    rationale: """
      The service refuses figures whose traces hold arrays that could be columns of a grid (those with a sibling \
      '…src'); arrays in the layout and in lists of objects may stay. Off unless selected: everywhere else arrays \
      are what a figure should have. This is also what U010 of other lists means.
      """,
    wrong: #"{"data": [{"y": [1, 2]}]}"#,
    right: #"{"data": [{"ysrc": "ada:85:9ad27e"}]}"#,
    remedy: "let figlint upload move the arrays into a grid")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .reference(let flaw) = problem.detail else { return Words("the array should be a reference") }
    guard case .rawArray(let count) = flaw else { return Words("the array should be a reference") }
    return Words(
      "the service takes no array here, of \(EnglishList.count(count, "element"))",
      help: "'figlint upload' moves it into a grid")
  }
}
