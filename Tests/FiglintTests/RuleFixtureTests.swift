import Diagnostics
import FigureValidator
import Foundation
import JSONCore
import LintRules
import TestSupport
import Testing

@testable import Figlint

/// Each folder of `Tests/Fixtures/Rules` shows a rule: `S001-unknown-attribute/invalid.json` has its flaw in every form, as
/// `invalid.expected` says, and `valid.json` is as near to that as a right figure can be. A new rule needs no more than a folder.
///
/// `options.json` sets limits and a shape of metadata; the folder `grids` holds grids that a figure is checked with.
/// A file `targets` names the versions to check against, one a line, where they are not the newest one.
@Suite struct RuleFixtureTests {
  private static let golden = Golden(folder: "Rules")

  private static var folders: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: golden.folder.path())) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }

  @Test(arguments: folders) func saysWhatIsWrongAndIsSilentOtherwise(folder: String) throws {
    let rule = try #require(RuleID(folder.prefix(4)).flatMap(RuleRegistry.rule), "\(folder) begins with no rule")
    #expect(folder == "\(rule.metadata.id)-\(rule.metadata.name)")
    #expect(try findings(folder, "valid.json", rule.metadata.id).map(line) == [])
    let found = try findings(folder, "invalid.json", rule.metadata.id)
    #expect(!found.isEmpty)
    let difference = try Self.golden.difference("\(folder)/invalid.expected", found.map(line).joined())
    #expect(difference == nil)
  }

  private func findings(_ folder: String, _ name: String, _ rule: RuleID) throws -> [Finding] {
    let place = Self.golden.folder.appending(path: folder)
    let text = Array(try Data(contentsOf: place.appending(path: name)))
    var settings = CheckSettings()
    settings.rules = [rule]
    try readOptions(in: place, &settings)
    settings.grids = try grids(in: place)
    let named = try? String(contentsOf: place.appending(path: "targets"), encoding: .utf8)
    let targets = named?.split(separator: "\n").map { Target.version(String($0)) } ?? [.latest]
    let checker = try FigureChecker(targets: targets, settings: settings)
    return text.withInputBytes { checker.check($0, name: "-", as: .auto).report.findings }
  }

  private func readOptions(in place: URL, _ settings: inout CheckSettings) throws {
    guard let data = try? Data(contentsOf: place.appending(path: "options.json")) else { return }
    try Array(data).withInputBytes { bytes in
      let tape = try JSONTape(bytes)
      settings.gridLimits.bytes = tape.member(0, "gridBytes").flatMap(tape.number).map { Int($0) }
      settings.gridLimits.metadataValueBytes = tape.member(0, "metadataValueBytes").flatMap(tape.number).map { Int($0) }
      if let cells = tape.member(0, "drawnCells").flatMap(tape.number) { settings.gridLimits.drawnCells = Int(cells) }
      settings.metadataShape = try tape.member(0, "metadata").map { try MetadataShape(tape, $0) }
    }
  }

  private func grids(in place: URL) throws -> GridCollection? {
    let folder = place.appending(path: "grids")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path()) else { return nil }
    var grids = GridCollection()
    for name in names.sorted() {
      Array(try Data(contentsOf: folder.appending(path: name))).withInputBytes { bytes in
        var walker = GridWalker(bytes, range: 0..<bytes.count, rules: [])
        walker.walk()
        grids.add(walker.contents, in: bytes, fileID: FileIDText.fileID(ofFileNamed: name), label: name)
      }
    }
    return grids
  }

  private func line(_ finding: Finding) -> String {
    let code = finding.code.map { " (\($0))" } ?? ""
    var text =
      "\(finding.start.line):\(finding.start.column): \(finding.rule)\(code) \(finding.attribute): \(finding.message)\n"
    if let help = finding.help { text += "  help: \(help)\n" }
    for edit in finding.fix?.edits ?? [] {
      text += "  \(finding.fix?.isSafe == true ? "fix" : "unsafe fix"): \(edit.range) '\(edit.text)'\n"
    }
    return text
  }
}
