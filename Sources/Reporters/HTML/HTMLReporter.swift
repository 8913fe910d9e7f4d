import Diagnostics
import JSONCore

/// `--format html`: one page that holds all it needs, for people: totals, a chart, filters, and each finding with its line and help.
///
/// The findings stand in it as JSON, written as they come; the page's own script (`Sources/CReportPage`) makes the rest of them. Text of
/// the input cannot become part of the page: in the JSON there is no `<`, the script writes text only, and the page's policy lets no
/// script run but those whose hash it names, nor anything be fetched.
struct HTMLReporter: Reporter {
  /// The rule whose findings are not shown to everybody who sees a report.
  private static let secret = RuleID("X", 3)

  private let context: ReportContext
  private var hasFile = false
  /// Figures of the file whose findings come next, as JSON strings.
  private var figures: [[UInt8]] = []
  /// Why a figure of it is not drawn.
  private var note: String?
  private var figureBytes = 0

  init(_ context: ReportContext) { self.context = context }

  mutating func begin(into output: inout [UInt8]) {
    let scripts = [PageScript(PageParts.script)] + (context.plotly.map { [$0] } ?? [])
    let sources = scripts.map { "'sha256-\(context.scriptHash($0.text))'" }.joined(separator: " ")
    output += "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n".utf8
    output += "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src \(sources)".utf8
    // plotly.js makes functions for WebGL at run time, and its maps work in the background.
    if context.plotly != nil { output += " 'unsafe-eval'; worker-src blob:".utf8 }
    output +=
      "; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; base-uri 'none'; form-action 'none'\">\n".utf8
    output += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n".utf8
    output += "<meta name=\"generator\" content=\"figlint \(context.version)\">\n<title>figlint report</title>\n".utf8
    output += "<link rel=\"icon\" href=\"data:,\">\n<style>\n".utf8
    output += PageParts.style
    output += "</style>\n</head>\n<body>\n<script type=\"application/json\" id=\"data\">{\"files\":[".utf8
  }

  mutating func attach(_ figure: AttachedFigure, to file: String) {
    switch figure {
    case .text(let text):
      guard figureBytes + text.count <= AttachedFigure.totalLimit else {
        return note = "The figure is not drawn: the page holds as many as it can."
      }
      figureBytes += text.count
      figures.append(text)
    case .tooLarge(let count): note = "The figure is not drawn: it has \(count.grouped) bytes."
    }
  }

  mutating func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    defer { (figures, note) = ([], nil) }
    guard !findings.isEmpty || !figures.isEmpty else { return }
    if findings.contains(where: { $0.rule == Self.secret }) {
      (figures, note) = ([], "The figure is not drawn: it holds what should be kept secret.")
    }
    if hasFile { output.append(UInt8(ascii: ",")) }
    hasFile = true
    output.append(UInt8(ascii: "\n"))
    let (figures, note) = (figures, note)
    Self.appendJSON(to: &output) { writer in
      writer.object { writer in
        writer.member("name", TextEscaping.escaped(file))
        if !figures.isEmpty {
          writer.key("figures")
          writer.array { for figure in figures { $0.string(String(decoding: figure, as: UTF8.self)) } }
        }
        if let note { writer.member("note", note) }
        writer.key("findings")
        writer.array { for finding in findings { $0.shown(finding) } }
      }
    }
  }

  mutating func finish(_ summary: RunSummary, into output: inout [UInt8]) {
    output += "],\n\"summary\":".utf8
    Self.appendJSON(to: &output) { writer in
      writer.object { writer in
        writer.member("sentence", summary.sentence)
        writer.member("figures", summary.figures)
        writer.member("filesWithFindings", summary.filesWithFindings)
        for severity in Severity.allCases { writer.member("\(severity.rawValue)s", summary.count(of: severity)) }
        writer.member("suppressed", summary.suppressed)
        writer.member("unreadable", summary.unreadable)
      }
    }
    output += ",\n\"rules\":".utf8
    let broken = Set(summary.statistics.rows.map(\.rule))
    let rules = context.rules().filter { broken.contains($0.id) }
    Self.appendJSON(to: &output) { writer in writer.array { for rule in rules { $0.shown(rule) } } }
    output += "}</script>\n<noscript><p>\(summary.sentence). JavaScript lists the findings.</p></noscript>\n".utf8
    output += PageParts.body
    if let plotly = context.plotly { Self.append(plotly, to: &output) }
    Self.append(PageScript(PageParts.script), to: &output)
    output += "</body>\n</html>\n".utf8
  }

  private static func append(_ script: PageScript, to output: inout [UInt8]) {
    output += "<script>".utf8
    output += script.text
    output += "</script>\n".utf8
  }

  /// Appends JSON without `<`, `>` and `&`, which in JSON stand in strings only and so can be escapes.
  private static func appendJSON(to output: inout [UInt8], _ body: (inout JSONWriter) -> Void) {
    var json: [UInt8] = []
    JSONWriter.append(to: &json, body)
    output.reserveCapacity(output.count + json.count)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): output += #"\u003c"#.utf8
      case UInt8(ascii: ">"): output += #"\u003e"#.utf8
      case UInt8(ascii: "&"): output += #"\u0026"#.utf8
      default: output.append(byte)
      }
    }
  }
}

/// A figure that a report may show beside its findings.
package enum AttachedFigure: Sendable {
  /// Its JSON text.
  case text([UInt8])
  /// It has more bytes than a page should hold.
  case tooLarge(Int)

  /// The bytes of the largest figure that is attached.
  package static let limit = 4 << 20
  /// The bytes of all figures in a page.
  static let totalLimit = 128 << 20
}

extension JSONWriter {
  /// Writes what the page shows of a finding, long values cut.
  fileprivate mutating func shown(_ finding: Finding) {
    object { writer in
      writer.member("rule", "\(finding.rule)")
      writer.member("severity", finding.severity.rawValue)
      writer.member("line", finding.start.line)
      writer.member("column", finding.start.column)
      if let place = finding.placeInFile { writer.member("place", place) }
      if finding.hasAttribute { writer.member("attribute", TextEscaping.escaped(finding.attribute, limit: 300)) }
      writer.member("message", TextEscaping.escaped(finding.message, limit: 1_000))
      if let help = finding.help { writer.member("help", TextEscaping.escaped(help, limit: 600)) }
      if let excerpt = finding.excerpt { writer.frame(excerpt) }
      writer.key("targets")
      writer.array { for target in finding.targets { $0.string(TextEscaping.escaped(target, limit: 60)) } }
    }
  }

  /// The line of a finding in three parts: before the mark, the mark, behind it.
  private mutating func frame(_ excerpt: Excerpt) {
    let scalars = excerpt.text.unicodeScalars
    let start = scalars.index(scalars.startIndex, offsetBy: excerpt.mark.lowerBound, limitedBy: scalars.endIndex)
    let end = scalars.index(scalars.startIndex, offsetBy: excerpt.mark.upperBound, limitedBy: scalars.endIndex)
    let mark = (start ?? scalars.endIndex)..<(end ?? scalars.endIndex)
    key("frame")
    array { writer in
      writer.string((excerpt.isCutBefore ? "…" : "") + TextEscaping.escaped(String(scalars[..<mark.lowerBound])))
      writer.string(TextEscaping.escaped(String(scalars[mark])))
      writer.string(TextEscaping.escaped(String(scalars[mark.upperBound...])) + (excerpt.isCutBehind ? "…" : ""))
    }
  }

  fileprivate mutating func shown(_ rule: RuleMetadata) {
    object { writer in
      writer.member("id", "\(rule.id)")
      writer.member("name", rule.name)
      writer.member("summary", rule.summary)
      writer.member("rationale", rule.rationale)
      writer.member("wrong", rule.wrong)
      writer.member("right", rule.right)
      writer.member("remedy", rule.remedy)
    }
  }
}
