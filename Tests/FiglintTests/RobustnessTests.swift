import JSONCore
import TestSupport
import Testing

@testable import Figlint

/// Whatever stands in a file, a check ends and what it says is about the file.
@Suite struct RobustnessTests {
  /// 20,000 changes in all.
  @Test(arguments: 0..<20) func survivesRandomChanges(seed: UInt64) throws {
    let figures = try FixtureFigures.read("right") + FixtureFigures.read("broken")
    let checker = try FigureChecker(targets: [.version("2.35.2"), .latest])
    var random = SeededRandom(seed: seed)
    var text: [UInt8] = []
    for round in 0..<1_000 {
      // Changes pile up for a while.
      if round % 5 == 0 { text = random.element(of: figures).text }
      text = random.mutated(text)
      try checkSanity(text, checker, isTwice: round % 10 == 0, "seed \(seed), round \(round)")
    }
  }

  /// Bytes that are given back as they are passed, a few at a time, make no difference.
  @Test(arguments: 0..<4) func findsTheSameInBytesThatAreGivenBack(seed: UInt64) throws {
    let figures = try FixtureFigures.read("right") + FixtureFigures.read("broken")
    let checker = try FigureChecker(targets: [.version("2.35.2"), .latest])
    var random = SeededRandom(seed: seed)
    for (name, text) in figures {
      for change in 0..<4 {
        let text = change == 0 ? text : random.mutated(text)
        let stride = random.number(1...200)
        let lender = InputLender(stride: stride) { _ in }
        let findings = text.span.withInputBytes(from: lender) { bytes in
          checker.check(bytes, name: "-", as: .figure).report.findings
        }
        if findings != checker.check(text).findings { Issue.record("seed \(seed), stride \(stride), \(name)") }
      }
    }
  }

  @Test func survivesEveryTruncation() throws {
    let checker = try FigureChecker()
    for (name, text) in try FixtureFigures.read("right") + FixtureFigures.read("broken") {
      for end in stride(from: 0, through: text.count, by: 7) {
        try checkSanity(Array(text[..<end]), checker, isTwice: false, "\(name), \(end) bytes")
      }
    }
  }

  /// A right figure that is cut off has one finding: that it is.
  @Test func saysOneThingAboutARightFigureThatIsCutOff() throws {
    for (name, text) in try FixtureFigures.read("right") where !name.contains("template") {
      for end in stride(from: 1, to: text.count - 3, by: 5) {
        // Half a number is a number.
        if (0x30...0x39).contains(text[end - 1]) { continue }
        let found = findings(String(decoding: text[..<end], as: UTF8.self))
        guard found.count == 1, found[0].rule == RuleID("J001") else {
          Issue.record("\(name), \(end) bytes: \(found.map { "\($0.rule) \($0.pointer)" })")
          break
        }
      }
    }
  }

  @Test func findsTheSameWhateverTheOrderOfTheKeys() throws {
    let checker = try FigureChecker(targets: [.version("2.35.2"), .latest])
    var random = SeededRandom(seed: 1)
    for (name, text) in try FixtureFigures.read("right") + FixtureFigures.read("broken") {
      guard let tree = TextTree(text) else { continue }
      func facts(_ text: [UInt8]) -> Set<String> {
        Set(checker.check(text).findings.map { "\($0.rule) \($0.pointer) \($0.targets)" })
      }
      let expected = facts(text)
      for _ in 0..<20 { #expect(facts(tree.shuffled(&random)) == expected, "\(name)") }
    }
  }

  private func checkSanity(_ text: [UInt8], _ checker: FigureChecker, isTwice: Bool, _ label: String) throws {
    let findings = checker.check(text).findings
    var last = 0
    for finding in findings {
      let range = finding.range
      if range.lowerBound < last { Issue.record("out of order, \(label): \(finding)") }
      if range.upperBound > text.count { Issue.record("outside of the file, \(label): \(finding)") }
      if finding.start > finding.end || finding.start.line < 1 || finding.start.column < 1 {
        Issue.record("no place, \(label): \(finding)")
      }
      if finding.message.isEmpty || finding.targets.isEmpty { Issue.record("empty, \(label): \(finding)") }
      last = range.lowerBound
    }
    if isTwice, checker.check(text).findings != findings { Issue.record("not the same again, \(label)") }
  }
}
