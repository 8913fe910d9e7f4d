import LintRules
import TestSupport
import Testing

@testable import Figlint

/// Where findings are said to be, against a plain reader that follows their pointers.
@Suite(.enabled(if: Corpus.isHere)) struct PositionTests {
  /// A debug build writes each figure in one way only: all three would take a minute.
  private static var isThorough: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }

  @Test(arguments: ["figures", "python"], TextTree.Writing.allCases)
  func areThoseOfThePointer(folder: String, writing: TextTree.Writing) throws {
    let part = folder == "python" ? Corpus.Part.python : .plotly
    var settings = CheckSettings()
    settings.rules = RuleSet(RuleRegistry.metadata.map(\.id))
    let checker = try FigureChecker(targets: [.version("2.35.2"), .latest], settings: settings)
    var count = 0
    let turn = TextTree.Writing.allCases.firstIndex(of: writing) ?? 0
    for (position, name) in try part.figureNames().enumerated() {
      guard PositionTests.isThorough || position % TextTree.Writing.allCases.count == turn else { continue }
      guard let original = try part.figure(name), let tree = TextTree(original) else { continue }
      let text = tree.written(writing)
      guard let tree = TextTree(text) else {
        Issue.record("\(name) was not written well")
        continue
      }
      for finding in checker.check(text).findings.prefix(30) {
        count += 1
        if let fault = fault(of: finding, in: tree) { Issue.record("\(name), \(writing): \(fault): \(finding)") }
      }
    }
    #expect(count > 200)
  }

  private func fault(of finding: Finding, in tree: TextTree) -> String? {
    guard let place = tree.locate(finding.pointer) else { return "no such place" }
    // A finding stands at a key or at a value.
    guard finding.range == place.keyRange || finding.range == place.node.range else {
      return "the key is \(String(describing: place.keyRange)), the value \(place.node.range)"
    }
    let start = plainPosition(finding.range.lowerBound, in: tree.text)
    let end = plainPosition(finding.range.upperBound, in: tree.text)
    guard finding.start == SourcePosition(line: start.line, column: start.column) else { return "starts at \(start)" }
    guard finding.end == SourcePosition(line: end.line, column: end.column) else { return "ends at \(end)" }
    return nil
  }
}
