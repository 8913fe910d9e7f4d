import Diagnostics
import JSONCore

/// Findings as a table in Markdown, for the summary of a job: the gravest first, bounded, since GitHub takes a megabyte of a
/// step at most.
struct FindingTable: Sendable {
  /// How many findings of each severity are kept; the table has that many rows in all.
  private static let limit = 100

  private struct Row {
    let place: String
    let rule: String
    let words: String
  }

  private var rows: [Severity: [Row]] = [:]

  mutating func add(_ finding: Finding, path: String) {
    guard rows[finding.severity, default: []].count < Self.limit else { return }
    rows[finding.severity, default: []].append(
      Row(
        place: "\(path):\(finding.start.line):\(finding.start.column)", rule: "\(finding.rule) \(finding.name)",
        words: finding.sentenceWithHelp))
  }

  /// A heading, the outcome, how often each rule was broken, and the findings.
  func markdown(_ summary: RunSummary) -> [UInt8] {
    var text = "## figlint\n\n\(summary.sentence)\n"
    let counts = summary.statistics.rows.inOrder { ($1.count, $0.rule) < ($0.count, $1.rule) }
    if !counts.isEmpty {
      text += "\n| count | rule | severity |\n|---:|---|---|\n"
      for row in counts {
        let rule = Self.cell("\(row.rule) \(row.name)", limit: 100)
        text += "| \(row.count.grouped) | \(rule) | \(row.severity.rawValue) |\n"
      }
    }
    let shown = Severity.allCases.flatMap { severity in rows[severity, default: []].map { (severity, $0) } }
      .prefix(Self.limit)
    if !shown.isEmpty {
      text += "\n| place | severity | rule | what |\n|---|---|---|---|\n"
      for (severity, row) in shown {
        text += "| \(Self.cell(row.place, limit: 300)) | \(severity.rawValue) | \(Self.cell(row.rule, limit: 100)) "
        text += "| \(Self.cell(row.words, limit: 500)) |\n"
      }
      let more = summary.statistics.total - shown.count
      if more > 0 { text += "\n\(more.grouped) more in the log.\n" }
    }
    return Array((text + "\n").utf8)
  }

  /// Text of the input as text of a cell: nothing in it is Markdown or HTML.
  static func cell(_ text: String, limit: Int) -> String {
    var cell: [UInt8] = []
    for byte in TextEscaping.escaped(text, limit: limit).utf8 {
      switch byte {
      case UInt8(ascii: "<"): cell += "&lt;".utf8
      case UInt8(ascii: ">"): cell += "&gt;".utf8
      case UInt8(ascii: "&"): cell += "&amp;".utf8
      case UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "~"), UInt8(ascii: "#"), UInt8(ascii: "!"),
        UInt8(ascii: "$"):
        cell += [UInt8(ascii: "\\"), byte]
      // A name behind `@` would be told, and an address become a link.
      case UInt8(ascii: "@"): cell += "&#64;".utf8
      case UInt8(ascii: ":"): cell += "&#58;".utf8
      default: cell.append(byte)
      }
    }
    return String(decoding: cell, as: UTF8.self)
  }
}
