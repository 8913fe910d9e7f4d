import Diagnostics
import LintRules
import TestSupport
import Testing

@testable import Figlint

/// What figlint says that plotly.js drops, hides or resets, against what `Plotly.validate` says about the figures of the corpus.
@Suite(.enabled(if: Corpus.isHere)) struct DefaultsTests {
  @Test(arguments: ["4.1.1", "3.7.0"]) func nearlyAllIsFoundAndNearlyNothingIsWrong(version: String) throws {
    var settings = CheckSettings()
    settings.rules = RuleSet(try RuleSelector("ALL").rules)
    let checker = try FigureChecker(targets: [.version(version)], settings: settings)
    var (theirs, found, ours, right) = (0, 0, 0, 0)
    for row in try Corpus.Part.plotly.rows("validate-\(version).jsonl")
    where row.root["error"].map(row.text) ?? "null" == "null" {
      guard let name = row.string(row.root["file"]), let text = try Corpus.Part.plotly.figure(name) else { continue }
      let codes: Set = ["unused", "dynamic", "invisible"]
      let expected = Set(
        (row.root["findings"]?.elements ?? []).map { Claim($0, in: row) }.filter { codes.contains($0.code) })
      let said = Set(
        checker.check(text, name: name).findings.compactMap { finding in
          finding.code.flatMap { codes.contains($0.rawValue) ? Claim(finding, $0) : nil }
        })
      theirs += expected.count
      found += expected.count { claim in said.contains { $0 == claim || claim.contains($0) } }
      ours += said.count
      right += said.count { claim in expected.contains { $0 == claim || $0.contains(claim) } }
    }
    #expect(theirs > 300)
    #expect(Double(found) >= 0.97 * Double(theirs), "\(found) of \(theirs)")
    #expect(Double(right) >= 0.995 * Double(ours), "\(right) of \(ours)")
  }
}

extension Claim {
  /// Whether the other claim is about a part of what this one is about.
  fileprivate func contains(_ other: Claim) -> Bool {
    code == other.code && container == other.container && trace == other.trace && other.path.starts(with: path)
  }
}
