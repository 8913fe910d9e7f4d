import Diagnostics
import Figlint
import JSONCore
import TestSupport
import Testing

/// Fixes of real figures.
@Suite(.enabled(if: Corpus.isHere)) struct CorpusFixTests {
  private static func figures() throws -> [(name: String, text: [UInt8])] {
    try [Corpus.Part.plotly, .python].flatMap { part in
      try part.figureNames().compactMap { name in try part.figure(name).map { (name, $0) } }
    }.filter { $0.text.count < 20_000 }
  }

  private static func fix(_ text: [UInt8], _ checker: FigureChecker, unsafe: Bool) -> TextFixer.Result {
    let check = { (text: [UInt8]) in text.span.withInputBytes { checker.check($0, name: "-", as: .figure) } }
    var fixer = TextFixer(includingUnsafe: unsafe, check: check)
    return fixer.fix(text, check(text))
  }

  @Test func takeOutWhatWasPutInAndNothingElse() throws {
    let checker = try AgreementTests.checker("4.1.1")
    var random = SeededRandom(seed: 1)
    for (name, text) in try Self.figures() {
      let spoilt = random.spoilt(text)
      let fixed = Self.fix(spoilt, checker, unsafe: false).text
      if fixed != Self.fix(text, checker, unsafe: false).text { Issue.record("\(name)") }
    }
  }

  @Test func makeNoFigureWorse() throws {
    let checker = try AgreementTests.checker("4.1.1")
    for (name, text) in try Self.figures() {
      let before = checker.check(text).findings.count
      let result = Self.fix(text, checker, unsafe: true)
      let isJSON = result.text.withInputBytes { (try? JSONTape($0)) != nil }
      if checker.check(result.text).findings.count > before || !isJSON { Issue.record("\(name)") }
      if result.fixed == 0, result.text != text { Issue.record("\(name) changed without a fix") }
    }
  }
}
