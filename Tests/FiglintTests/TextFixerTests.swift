import Diagnostics
import Figlint
import JSONCore
import TestSupport
import Testing

/// Fixes make findings go, touch nothing else and make nothing worse.
@Suite struct TextFixerTests {
  private static let checker = try? FigureChecker(targets: [.latest])

  private func check(_ text: [UInt8]) throws -> CheckOutcome {
    let checker = try #require(Self.checker)
    return text.span.withInputBytes { checker.check($0, name: "-", as: .figure) }
  }

  private func fix(_ text: [UInt8], unsafe: Bool) throws -> TextFixer.Result {
    let checker = try #require(Self.checker)
    var fixer = TextFixer(includingUnsafe: unsafe) { text in
      text.span.withInputBytes { checker.check($0, name: "-", as: .figure) }
    }
    return fixer.fix(text, try check(text))
  }

  /// The text with the edits made, by hand.
  private func edited(_ text: [UInt8], _ edits: [(range: Range<Int>, text: [UInt8])]) -> [UInt8] {
    var text = text
    for edit in edits.reversed() { text.replaceSubrange(edit.range, with: edit.text) }
    return text
  }

  @Test(arguments: 0..<8) func givesBackFiguresThatWereSpoilt(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for figure in try FixtureFigures.read("right") {
      let spoilt = random.spoilt(figure.text)
      let result = try fix(spoilt, unsafe: false)
      #expect(result.text == figure.text, "\(figure.name)")
      #expect(edited(spoilt, result.edits) == result.text)
      #expect(result.fixed == spoilt.count - figure.text.count - (spoilt.first == 0xEF ? 2 : 0))
      #expect(result.outcome.report.counts.total == (try check(figure.text)).report.counts.total)
    }
  }

  @Test(arguments: [false, true]) func makesNoFigureWorse(unsafe: Bool) throws {
    var random = SeededRandom(seed: unsafe ? 1 : 2)
    for figure in try FixtureFigures.read("broken") {
      for round in 0..<10 {
        let text = round == 0 ? figure.text : random.mutated(figure.text)
        let before = try check(text)
        let result = try fix(text, unsafe: unsafe)
        #expect(edited(text, result.edits) == result.text)
        let isBroken = before.report.findings.contains { $0.rule == RuleID("J001") }
        if !isBroken { #expect(result.outcome.report.counts.total <= before.report.counts.total) }
        #expect(result.outcome.report == (try check(result.text)).report)
        // Nothing that could be made was left.
        if result.refused == 0 {
          #expect(result.outcome.report.findings.allSatisfy { $0.fix.map { !$0.isSafe && !unsafe } ?? true })
        }
      }
    }
  }
}
