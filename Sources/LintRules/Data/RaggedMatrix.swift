package import Diagnostics
package import FigureValidator
import JSONCore

/// The rows of a matrix differ in length, or there are no rows.
package enum RaggedMatrix: TraceRule {
  package static let metadata = RuleMetadata(
    id: .raggedMatrix, name: "ragged-matrix", severity: .warning, since: "0.1.0",
    summary: "the rows of z differ in length, or z has no rows",
    rationale: """
      A heatmap, contour or surface is drawn from an array of rows. Where a row is shorter than others, cells are missing at its \
      end; where z is a flat list without x and y for each of its elements, nothing is drawn.
      """,
    wrong: #"{"data": [{"type": "heatmap", "z": [[1, 2, 3], [4, 5]]}]}"#,
    right: #"{"data": [{"type": "heatmap", "z": [[1, 2, 3], [4, 5, null]]}]}"#,
    remedy: "fill the rows up with null")

  static func check(_ trace: TraceMembers, into problems: inout [Problem]) {
    switch trace.type {
    case .heatmap, .contour, .surface, .heatmapgl: break
    default: return
    }
    guard let z = trace[.z], let survey = trace.array(.z), survey.count > 0 else { return }
    let figure = trace.figure
    if survey.rowCount == survey.count {
      guard survey.isRagged, survey.shortestRow > 0 else { return }
      figure.report(.raggedMatrix, member: z, FactDetail(0, (survey.shortestRow, survey.longestRow)), to: &problems)
    } else if survey.rowCount == 0, !survey.kinds.contains(.objects),
      trace.type == .surface || trace[.x] == nil && trace[.y] == nil
    {
      figure.report(.raggedMatrix, member: z, FactDetail(1), to: &problems)
    }
  }

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    let fact = problem.fact
    if fact.flaw == 1 {
      return Words(
        "'\(context.memberName)' is a flat list, expected rows: [[…], […]]",
        help: "nothing is drawn: write an array for each row")
    }
    return Words(
      "the rows of '\(context.memberName)' have from \(fact.numbers.0) to \(fact.numbers.1) elements",
      help: "cells are missing: fill the rows up with null")
  }
}
