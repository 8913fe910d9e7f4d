import Diagnostics
import JSONCore
import Testing

@testable import Figlint

/// Checks an input that holds figures.
func checked(
  _ text: String, as kind: InputKind, name: String = "-", targets: [Target] = [.version("4.1.1")],
  followsPages: Bool = false
) throws -> CheckOutcome {
  var settings = CheckSettings()
  settings.followsPages = followsPages
  let checker = try FigureChecker(targets: targets, settings: settings)
  return Array(text.utf8).withInputBytes { checker.check($0, name: name, as: kind) }
}

/// Checks an input that holds figures and expects these findings, in this order: each the place of the figure, a rule, the path in
/// the figure, and the text at the finding's offset in the input, such as `1/0 S001 data[0].colour: "colour"`.
func expectEmbedded(
  _ text: String, as kind: InputKind, gives expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let bytes = Array(text.utf8)
  let found = try checked(text, as: kind).report.findings.map { finding in
    let place = [finding.cell, finding.output, finding.figure].compactMap { $0.map(String.init) }.joined(separator: "/")
    let marked = String(decoding: bytes[finding.range], as: UTF8.self)
    return "\(place) \(finding.rule) \(finding.attribute): \(marked)"
  }
  #expect(found == expected, sourceLocation: sourceLocation)
}
