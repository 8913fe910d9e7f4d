package import Diagnostics
package import FigureValidator

/// The figure draws grids of several people.
package enum SeveralOwners: Rule {
  package static let metadata = RuleMetadata(
    id: .severalOwners, name: "several-owners", severity: .warning, since: "0.1.0",
    summary: "references lead to grids of several owners",
    rationale: """
      A figure is only drawn for those who may read all of its grids, and each owner may take a grid away.
      """,
    wrong: #"{"data": [{"ysrc": "ada:85:9ad27e"}, {"ysrc": "bob:3:4b1f0c"}]}"#,
    right: #"{"data": [{"ysrc": "ada:85:9ad27e"}, {"ysrc": "ada:3:4b1f0c"}]}"#,
    remedy: "copy the data into a grid of your own")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .reference(let flaw) = problem.detail else { return Words("references lead to several owners") }
    guard case .severalOwners(let owner, let first) = flaw else { return Words("references lead to several owners") }
    return Words(
      "the reference leads to a grid of \(ClippedText(owner).quoted), others to grids of \(ClippedText(first).quoted)",
      help: "copy the data into a grid of your own")
  }
}
