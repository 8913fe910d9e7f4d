import TestSupport
import Testing

@testable import Figlint

/// Changes to small real figures.
@Suite(.enabled(if: Corpus.isHere)) struct CorpusRobustnessTests {
  private static func smallFigures() throws -> [(name: String, text: [UInt8])] {
    try [Corpus.Part.plotly, .python].flatMap { part in
      try part.figureNames().compactMap { name in try part.figure(name).map { (name, $0) } }
    }.filter { $0.text.count < 4_000 }
  }

  @Test(arguments: 0..<8) func survivesRandomChanges(seed: UInt64) throws {
    let figures = try CorpusRobustnessTests.smallFigures()
    let checker = try AgreementTests.checker("4.1.1")
    var random = SeededRandom(seed: seed)
    for round in 0..<200 {
      let figure = random.element(of: figures)
      let text = random.mutated(random.mutated(figure.text))
      let findings = checker.check(text).findings
      let starts = findings.map(\.range.lowerBound)
      if starts != starts.sorted() || findings.contains(where: { $0.range.upperBound > text.count }) {
        Issue.record("seed \(seed), round \(round): \(figure.name)")
      }
    }
  }

  @Test func findsTheSameWhateverTheOrderOfTheKeys() throws {
    let checker = try FigureChecker(targets: [.version("2.35.2"), .latest])
    func facts(_ text: [UInt8]) -> Set<String> {
      Set(checker.check(text).findings.map { "\($0.rule) \($0.pointer) \($0.targets)" })
    }
    var random = SeededRandom(seed: 1)
    for (name, text) in try CorpusRobustnessTests.smallFigures() {
      guard let tree = TextTree(text) else { continue }
      let (expected, found) = (facts(text), facts(tree.shuffled(&random)))
      if expected != found { Issue.record("\(name): \(expected.symmetricDifference(found))") }
    }
  }
}
