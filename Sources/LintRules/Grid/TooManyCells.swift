package import Diagnostics
package import FigureValidator

/// A column is too long for a trace without WebGL.
package enum TooManyCells: Rule {
  package static let metadata = RuleMetadata(
    id: .tooManyCells, name: "too-many-cells", severity: .warning, since: "0.1.0",
    summary: "a trace without WebGL draws a column of more than 40,000 cells",
    rationale: """
      Traces in SVG make an element of each point, and pages with many of them are slow; the old Python client \
      warned above 40,000. Types with 'gl' draw as many without trouble. Only where the grid is given with the \
      figure.
      """,
    wrong: #"{"data": [{"type": "scatter", "ysrc": "ada:85:9ad27e"}]}"#,
    right: #"{"data": [{"type": "scattergl", "ysrc": "ada:85:9ad27e"}]}"#,
    remedy: "take scattergl, or fewer points")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .reference(.manyCells(let count, let limit)) = problem.detail else {
      return Words("the column is very long")
    }
    return Words("the column has \(count) cells, more than \(limit)", help: "take a type with 'gl', or fewer points")
  }
}
