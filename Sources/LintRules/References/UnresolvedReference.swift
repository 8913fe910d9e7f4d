package import Diagnostics
package import FigureValidator

/// A reference does not lead to what is needed.
package enum UnresolvedReference: Rule {
  package static let metadata = RuleMetadata(
    id: .unresolvedReference, name: "unresolved-reference", severity: .warning, since: "0.1.0",
    summary: "a reference leads to no grid that was given, to a column of another length, or to texts for numbers",
    rationale: """
      Figure and grids are checked as one where grids are given: each reference must lead to a column, the columns \
      of a trace must have as many cells as each other (the tail of the longer ones is not drawn), and what takes \
      numbers alone needs a column without texts.
      """,
    wrong: #"{"data": [{"xsrc": "ada:85:4b1f0c", "ysrc": "ada:99:9ad27e"}]}"#,
    right: #"{"data": [{"xsrc": "ada:85:4b1f0c", "ysrc": "ada:85:9ad27e"}]}"#,
    remedy: "give all grids of the figure, and correct what does not fit")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .reference(let flaw) = problem.detail else { return Words("the reference does not fit") }
    switch flaw {
    case .unknownGrid(let file):
      return Words(
        "the grid \(ClippedText(file).quoted) is not among those given",
        help: "add it with --grid, its file named by its id or a record with 'fid'")
    case .length(let length, let other, let otherLength):
      return Words(
        "the column has \(EnglishList.count(length, "cell")), that of '\(other)' \(otherLength)",
        help: "the tail of the longer one is not drawn")
    case .textForNumbers: return Words("the column holds texts, the attribute takes numbers")
    default: return Words("the reference does not fit")
    }
  }
}
