import Diagnostics
import Foundation
import JSONCore
import TestSupport
import Testing

@testable import Reporters

@Suite struct TextReporterTests {
  private func text(_ finding: Finding, _ format: ReportFormat = .text, usesColour: Bool = false) -> String {
    let sample = Sample(name: "", file: finding.file, findings: [finding])
    return String(decoding: report(sample, format, usesColour: usesColour), as: UTF8.self)
  }

  @Test(arguments: 0..<300) func staysWithinSixLinesAnd600Characters(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<5 {
      let finding = random.finding()
      let text = text(finding)
      let lines = text.unicodeScalars.count { $0 == "\n" }
      #expect(lines <= 6, "seed \(seed)")
      #expect(text.unicodeScalars.count <= 600, "seed \(seed)")
      let isClean = text.unicodeScalars.allSatisfy { $0 == "\n" || TextEscaping.escape($0) == nil }
      #expect(isClean, "seed \(seed): \(text)")
    }
  }

  @Test(arguments: 0..<100) func isOneLineInConciseForm(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let finding = random.finding()
    let text = text(finding, .concise)
    #expect(text.unicodeScalars.count { $0 == "\n" } == 1, "seed \(seed)")
    #expect(text.unicodeScalars.count <= 600, "seed \(seed)")
  }

  @Test(arguments: 0..<100) func addsNothingButColours(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let finding = random.finding()
    // By scalars: a mark at the beginning of a coloured part makes one character with the sequence before it.
    let colour = /\u{1b}\[[0-9;]+m/.matchingSemantics(.unicodeScalar)
    let coloured = text(finding, usesColour: true).replacing(colour, with: "")
    let isSame = Array(coloured.utf8) == Array(text(finding).utf8)
    #expect(isSame, "seed \(seed)")
  }

  /// A value of 10 MB must not cost more than its message shows.
  @Test func survivesHugeText() {
    let huge = String(repeating: "x", count: 10_000_000)
    var finding = Sample.figure.findings[0]
    finding.file = huge
    finding.message = huge
    finding.help = huge
    finding.path = [.key(huge)]
    #expect(text(finding).unicodeScalars.count <= 600)
  }

  @Test func keepsThePathByWhichEditorsJump() {
    var finding = Sample.oneLine.findings[2]
    finding.file = String(repeating: "folder/", count: 20) + "figure.json"
    #expect(text(finding).hasPrefix(finding.file + ":1:17807: "))
  }

  @Test func keepsTheEndOfAPathThatIsTooLong() {
    var finding = Sample.figure.findings[0]
    finding.file = String(repeating: "folder/", count: 200) + "figure.json"
    #expect(text(finding).hasPrefix("…"))
    #expect(text(finding).contains("/folder/figure.json:5:15: error S002 data[0].mode: 'lines+marker'"))
  }

  @Test(arguments: 0..<20) func isTheSameInParts(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let findings = (0..<5).map { _ in random.finding() }
    for format in ReportFormat.allCases {
      var (whole, parts) = (format.makeReporter(.test(usesColour: true)), format.makeReporter(.test(usesColour: true)))
      guard whole.takesFilesInParts else { continue }
      var (expected, found): ([UInt8], [UInt8]) = ([], [])
      whole.report(findings, in: "a", into: &expected)
      for finding in findings { parts.report([finding], in: "a", into: &found) }
      #expect(found == expected, "seed \(seed), \(format)")
    }
  }

  @Test func reportsNothingForAFileWithoutFindings() {
    for format in [ReportFormat.text, .concise, .jsonl] {
      #expect(report(Sample(name: "", file: "a.json", findings: []), format).isEmpty)
    }
  }
}

@Suite struct CodeFrameTests {
  private func frame(_ text: String, mark: Range<Int>, width: Int = 20) -> CodeFrame {
    CodeFrame(Excerpt(text: text, isCutBefore: false, isCutBehind: false, mark: mark), width: width)
  }

  @Test(arguments: [
    ("ab", 1..<2, 1, 1), ("日本x", 2..<3, 4, 1), ("日本x", 0..<2, 0, 4), ("\tx", 1..<2, 4, 1), ("\u{1b}x", 1..<2, 6, 1),
    ("e\u{301}x", 2..<3, 1, 1), ("😀x", 0..<1, 0, 2), ("\u{1F1E9}\u{1F1EA}x", 2..<3, 2, 1), ("ab", 2..<2, 2, 1),
    ("", 0..<0, 0, 1), ("한글x", 2..<3, 4, 1), ("ｆｗx", 2..<3, 4, 1), ("x\u{301}", 1..<2, 1, 1),
  ])
  func putsCaretsBelowTheMark(text: String, mark: Range<Int>, indentation: Int, carets: Int) {
    let frame = frame(text, mark: mark)
    #expect(frame.indentation == indentation)
    #expect(frame.carets == carets)
  }

  @Test func cutsAroundTheMark() {
    let frame = frame(String(repeating: "a", count: 50) + "MARK" + String(repeating: "b", count: 50), mark: 50..<54)
    #expect(frame.text == "aaaaaaMARKbbbbbbbbbb" && frame.isCutBefore && frame.isCutBehind)
    #expect(frame.indentation == 7)
    #expect(frame.carets == 4)
  }

  @Test func endsTheCaretsWithTheLine() {
    let frame = frame(String(repeating: "x", count: 50), mark: 10..<50)
    #expect(frame.text == String(repeating: "x", count: 20) && frame.isCutBefore && frame.isCutBehind)
    #expect(frame.indentation + frame.carets == 21)
  }

  @Test(arguments: 0..<200) func isTheSameForPlainTextByEitherWay(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let length = random.number(0...300)
    let start = random.number(0...length + 5)
    let excerpt = Excerpt(
      text: String(decoding: (0..<length).map { _ in UInt8(random.number(0x20...0x7E)) }, as: UTF8.self),
      isCutBefore: random.number(0...1) == 0, isCutBehind: random.number(0...1) == 0,
      mark: start..<random.number(start...length + 10))
    let width = random.number(1...120)
    let (plain, twin) = (CodeFrame(plain: excerpt, width), CodeFrame(any: excerpt, width))
    #expect(plain.text == twin.text, "seed \(seed)")
    #expect(plain.isCutBefore == twin.isCutBefore && plain.isCutBehind == twin.isCutBehind, "seed \(seed)")
    #expect(plain.indentation == twin.indentation && plain.carets == twin.carets, "seed \(seed)")
  }

  @Test func survivesAMarkOutsideOfTheText() {
    let frame = frame("abc", mark: 500..<600)
    #expect(frame.carets == 1)
  }
}
