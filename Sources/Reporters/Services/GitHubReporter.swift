import Diagnostics
import JSONCore

/// `--format github`: workflow commands, of which GitHub Actions makes annotations beside the lines of a change.
///
/// GitHub shows the first ``shown`` of each kind in a step and drops the others, so errors are written first, then warnings, then
/// notices; what is dropped stands in the log all the same, and in the summary of the job (``stepSummary(_:)``).
struct GitHubReporter: Reporter {
  /// How many annotations of a kind GitHub shows for a step.
  static let shown = 10

  private let context: ReportContext
  /// Commands that have to wait for those of the errors.
  private var warnings: [UInt8] = []
  private var notices: [UInt8] = []
  /// How many commands of each kind there are.
  private var counts: [Severity: Int] = [:]
  private var table = FindingTable()

  var takesFilesInParts: Bool { true }

  init(_ context: ReportContext) { self.context = context }

  mutating func report(_ findings: ArraySlice<Finding>, in file: String, into output: inout [UInt8]) {
    guard !findings.isEmpty else { return }
    let path = context.paths.relative(file)
    for finding in findings {
      counts[finding.severity, default: 0] += 1
      table.add(finding, path: path)
      switch finding.severity {
      case .error: Self.append(finding, path, to: &output)
      case .warning: Self.append(finding, path, to: &warnings)
      case .info: Self.append(finding, path, to: &notices)
      }
    }
  }

  mutating func finish(_ summary: RunSummary, into output: inout [UInt8]) {
    output += warnings
    output += notices
    let dropped = counts.values.reduce(0) { $0 + max(0, $1 - Self.shown) }
    if dropped > 0 {
      output += "figlint: GitHub shows \(Self.shown) annotations of a kind in a step; ".utf8
      output += "\(dropped.grouped) more \(dropped == 1 ? "finding is" : "findings are") in this log only\n".utf8
    }
    (warnings, notices) = ([], [])
  }

  func stepSummary(_ summary: RunSummary) -> [UInt8]? { table.markdown(summary) }

  /// `::error file=a.json,line=1,col=2,endColumn=4,title=S001 unknown-attribute::data[0].colour: …`
  private static func append(_ finding: Finding, _ path: String, to output: inout [UInt8]) {
    let place = finding.start
    var text = "::\(finding.severity == .info ? "notice" : finding.severity.rawValue) "
    text += "file=\(property(path)),line=\(place.line),endLine=\(finding.end.line)"
    // Columns are for what is on one line.
    if finding.end.line == place.line { text += ",col=\(place.column),endColumn=\(finding.end.column)" }
    text += ",title=\(property("\(finding.rule) \(finding.name)"))::"
    text += data(TextEscaping.escaped(finding.sentence, limit: 1_000))
    if let help = finding.help { text += "%0A" + data(TextEscaping.escaped(help, limit: 400)) }
    output += (text + "\n").utf8
  }

  /// Text behind `::`. Line ends are escaped already.
  private static func data(_ text: String) -> String { replacing(text) { $0 == UInt8(ascii: "%") } }

  /// The value of a property.
  private static func property(_ text: String) -> String {
    replacing(TextEscaping.escaped(text)) {
      $0 == UInt8(ascii: "%") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ",")
    }
  }

  private static func replacing(_ text: String, _ isReplaced: (UInt8) -> Bool) -> String {
    guard text.utf8.contains(where: isReplaced) else { return text }
    var result: [UInt8] = []
    for byte in text.utf8 {
      if isReplaced(byte) { result += "%\(String(byte, radix: 16, uppercase: true))".utf8 } else { result.append(byte) }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
