package import Diagnostics
package import FigureValidator

/// Dates of a column are written in several ways.
package enum DateFormats: Rule {
  package static let metadata = RuleMetadata(
    id: .dateFormats, name: "date-formats", severity: .warning, since: "0.1.0",
    summary: "dates of one column are written in several formats or with several time zones",
    rationale: """
      plotly.js reads ISO 8601 and ignores time zones: dates in another format become categories or other days, and \
      times of several zones are drawn as if they were of one. ISO dates with and without time, with T or a space, \
      count as one format.
      """,
    wrong: #"{"data": {"cols": {"day": {"data": ["2024-05-26", "27/05/2024"], "order": 0}}}}"#,
    right: #"{"data": {"cols": {"day": {"data": ["2024-05-26", "2024-05-27"], "order": 0}}}}"#,
    remedy: "write all dates as 2024-05-26, and times in one zone")

  package static func words(for problem: Problem, _ context: WordingContext) -> Words {
    guard case .grid(let flaw) = problem.detail else { return Words("dates differ in format") }
    guard case .dateFormats(let content, let first, let other, let count) = flaw else {
      return Words("dates differ in format")
    }
    let zones = first.family == other.family || first.zone != other.zone && other.family == .iso && first.family == .iso
    let of = "\(count) of \(content.counts[.date]) dates"
    if zones {
      return Words(
        "\(of) in \(context.column) \(other.zone.words) where others \(first.zone.words), the first in cell \(content.row)",
        help: "write all of them in one zone: plotly.js ignores zones")
    }
    return Words(
      "\(of) in \(context.column) are written \(other.family.words) and not \(first.family.words), the first in cell \(content.row)",
      help: "write all of them as ISO 8601: 2024-05-26")
  }
}
