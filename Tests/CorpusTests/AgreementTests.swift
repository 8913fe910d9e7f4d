import JSONCore
import LintRules
import TestSupport
import Testing

@testable import Figlint

/// Our errors against what plotly.js says about figures.
@Suite(.enabled(if: Corpus.isHere)) struct AgreementTests {
  static func checker(_ version: String) throws -> FigureChecker {
    var settings = CheckSettings()
    settings.wantsExcerpts = false
    return try FigureChecker(targets: [.version(version)], settings: settings)
  }

  @Test(arguments: ["2.35.2", "3.7.0", "4.1.1"]) func agreesOnFigures(version: String) throws {
    try compare(.plotly, version) { _ in true }
  }

  @Test(arguments: [("3.7.0", "v6-"), ("4.1.1", "v7-"), ("4.1.1", "v6-")])
  func agreesOnFiguresThatPythonWrote(version: String, prefix: String) throws {
    try compare(.python, version) { $0.hasPrefix(prefix) }
  }

  private func compare(_ part: Corpus.Part, _ version: String, _ isWanted: (String) -> Bool) throws {
    let checker = try AgreementTests.checker(version)
    var count = 0
    for row in try part.rows("static-\(version).jsonl") {
      guard let name = row.string(row.root["file"]), isWanted(name), let text = try part.figure(name),
        let figure = TextTree(text)
      else { continue }
      count += 1
      let truth = Truth(row.root["findings"]?.elements ?? [], of: row, figure: figure)
      if let disagreement = truth.disagreement(with: checker.check(text).findings) {
        Issue.record("\(version) \(name): \(disagreement)")
      }
    }
    #expect(count > 50)
  }

  @Test func agreesOnFiguresWithASmallChange() throws {
    let checker = try AgreementTests.checker("4.1.1")
    var base: [String: (text: [UInt8], row: TextTree)] = [:]
    for row in try Corpus.Part.plotly.rows("static-4.1.1.jsonl") {
      guard let name = row.string(row.root["file"]), let text = try Corpus.Part.plotly.figure(name) else { continue }
      base[name] = (text, row)
    }
    var count = 0
    var misspelt = (count: 0, first: 0)
    for row in try Corpus.Part.plotly.rows("mutations-4.1.1.jsonl") {
      guard row.root["error2"] == nil, let name = row.string(row.root["file"]), let (text, before) = base[name] else {
        continue
      }
      let operations = (row.root["ops"]?.elements ?? []).map { PatchOperation($0, in: row) }
      let changed = operations.reduce(Optional(text)) { text, operation in text.flatMap(operation.applied) }
      guard let changed, let figure = TextTree(changed) else { continue }
      let gone = Set((row.root["static_gone"]?.elements ?? []).map { Claim($0, in: row) })
      var truth = Truth(row.root["static_new"]?.elements ?? [], of: row, figure: figure)
      truth.add(before.root["findings"]?.elements ?? [], of: before, figure: figure, except: gone)
      count += 1
      let found = checker.check(changed).findings
      if let disagreement = truth.disagreement(with: found) {
        Issue.record("\(row.string(row.root["id"]) ?? ""): \(disagreement)")
      }
      guard row.string(row.root["kind"]) == "misspelt", let right = operations.first(where: { $0.kind == "remove" })
      else {
        continue
      }
      misspelt.count += 1
      let rightName = right.path.split(separator: "/").last.map(String.init) ?? ""
      let isKey = operations.last.flatMap { change in found.first { $0.pointer == change.path } }
      if let help = isKey?.help, let quoted = help.split(separator: "'").dropFirst().first, quoted == rightName {
        misspelt.first += 1
      }
    }
    #expect(count > 1_000)
    // The right name is the first suggestion.
    #expect(misspelt.count > 20)
    #expect(misspelt.first * 100 >= misspelt.count * 95, "\(misspelt)")
  }
}
