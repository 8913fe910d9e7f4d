import Diagnostics
import JSONCore
import LintRules
import Testing

@testable import Figlint

/// Checks `figure` against `targets` and expects these findings, in this order: each a rule and a pointer, and with
/// several targets those that it holds for, as `S001 /data/0/colour`, `S003 /data/0/type @2.35.2`.
///
/// All rules that the walk itself checks are on, except S017 (`null-value`) unless it is asked for.
func expect(
  _ figure: String, against targets: [Target] = [.version("4.1.1")], as kind: InputKind = .figure,
  withNulls: Bool = false, gives expected: [String], sourceLocation: SourceLocation = #_sourceLocation
) {
  let found = findings(figure, against: targets, as: kind, withNulls: withNulls).map { finding in
    "\(finding.rule) \(finding.pointer)" + (targets.count > 1 ? " @" + finding.targets.joined(separator: ",") : "")
  }
  #expect(found == expected, sourceLocation: sourceLocation)
}

/// The findings of all rules; S017 on request.
func findings(
  _ figure: String, against targets: [Target] = [.version("4.1.1")], as kind: InputKind = .figure,
  withNulls: Bool = false
) -> [Finding] {
  var settings = CheckSettings()
  settings.rules = RuleSet(RuleRegistry.walkRules.filter { withNulls || "\($0)" != "S017" })
  do {
    let checker = try FigureChecker(targets: targets, settings: settings)
    return Array(figure.utf8).withInputBytes { checker.check($0, name: "-", as: kind).report.findings }
  } catch {
    Issue.record("\(error)")
    return []
  }
}
