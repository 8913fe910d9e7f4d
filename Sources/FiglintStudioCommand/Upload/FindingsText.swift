import Figlint
import JSONCore
import Reporters
import SystemIO

/// Findings as `figlint check` shows them, on standard error: standard output is for addresses.
enum FindingsText {
  /// More findings of one file are counted only.
  private static let limit = 20

  static func show(_ findings: [Finding], in file: String, _ console: Console) {
    guard !findings.isEmpty else { return }
    var context = ReportContext()
    context.usesColour = ColorChoice.auto.appliesColor(to: .error)
    var reporter = ReportFormat.text.makeReporter(context)
    var text: [UInt8] = []
    reporter.begin(into: &text)
    reporter.report(gravest(of: findings), in: file, into: &text)
    if text.last == UInt8(ascii: "\n") { text.removeLast() }
    console.note(String(decoding: text, as: UTF8.self))
    let others = findings.count - limit
    if others > 0 { console.note("… and \(others.grouped) more: 'figlint check --target chart-studio' shows all") }
  }

  /// As many as are shown: errors before others, in the order of the text.
  private static func gravest(of findings: [Finding]) -> [Finding] {
    guard findings.count > limit else { return findings }
    let errors = findings.filter { $0.severity == .error }.prefix(limit)
    let others = findings.filter { $0.severity != .error }.prefix(limit - errors.count)
    return (errors + others).inOrder { $0.range.lowerBound < $1.range.lowerBound }
  }
}
