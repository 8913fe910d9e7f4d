import FigureValidator
import JSONCore
import TestSupport
import Testing

@testable import Figlint

/// What is known from earlier figures makes a check faster, and changes nothing else.
@Suite struct WalkMemoryTests {
  private func findings(_ text: [UInt8], _ checker: FigureChecker, _ memory: CheckMemory) -> [Finding] {
    text.withInputBytes { checker.check($0, name: "-", as: .figure, memory).report.findings }
  }

  @Test(arguments: 0..<8) func changesNoFinding(seed: UInt64) throws {
    let figures = try FixtureFigures.read("right") + FixtureFigures.read("broken")
    let checkers = [try FigureChecker(), try FigureChecker(targets: [.version("2.35.2"), .latest])]
    let memories = checkers.map { _ in CheckMemory() }
    var random = SeededRandom(seed: seed)
    for round in 0..<300 {
      var text = random.element(of: figures).text
      for _ in 0..<random.number(0...2) { text = random.mutated(text) }
      for (checker, memory) in zip(checkers, memories) {
        let known = findings(text, checker, memory)
        guard known == findings(text, checker, CheckMemory()) else {
          Issue.record("seed \(seed), round \(round): \(String(decoding: text, as: UTF8.self))")
          return
        }
      }
    }
  }

  @Test func tellsTextsFromNumbers() throws {
    // 600 is a weight, "600" none.
    let figures = [#"{"layout":{"font":{"weight":600}}}"#, #"{"layout":{"font":{"weight":"600"}}}"#]
      .map { Array(($0 + String(repeating: " ", count: 16)).utf8) }
    for checker in [try FigureChecker(), try FigureChecker(targets: [.version("2.35.2")])] {
      let memory = CheckMemory()
      let alone = figures.map { findings($0, checker, CheckMemory()) }
      for _ in 0..<2 { #expect(figures.map { findings($0, checker, memory) } == alone) }
    }
  }

  /// Long names, names with counters and long values are searched and judged each time, and so is what stands at the end.
  @Test func knowsNearlyEverythingTheSecondTime() throws {
    let checker = try FigureChecker()
    var (keys, keysAgain, values, valuesAgain) = (0, 0, 0, 0)
    for (_, text) in try FixtureFigures.read("right") {
      let memory = CheckMemory()
      _ = findings(text, checker, memory)
      let first = memory.walk.work
      _ = findings(text, checker, memory)
      keys += first.searchedKeys
      keysAgain += memory.walk.work.searchedKeys - first.searchedKeys
      values += first.judgedValues
      valuesAgain += memory.walk.work.judgedValues - first.judgedValues
    }
    #expect(keysAgain * 5 < keys, "\(keysAgain) of \(keys) keys again")
    #expect(valuesAgain * 2 < values, "\(valuesAgain) of \(values) values again")
  }

  @Test func findsAThousandTracesByTheFirst() throws {
    let trace = #"{"type":"bar","offset":1,"marker":{"color":"red","opacity":0.5,"line":{"width":1}},"y":[1]}"#
    let figure = #"{"data":[\#(Array(repeating: trace, count: 1_000).joined(separator: ","))],"layout":{}     }"#
    let memory = CheckMemory()
    #expect(findings(Array(figure.utf8), try FigureChecker(), memory).isEmpty)
    // Each member of the trace but its type; colour, opacity and width.
    #expect(memory.walk.work.searchedKeys == 7)
    #expect(memory.walk.work.judgedValues == 3)
  }

  @Test func walksATemplateWithAProblemOnce() throws {
    let annotations = Array(repeating: #"{"text": "padding"}"#, count: 30).joined(separator: ", ")
    let template = #"{"data": {"heatmapgl": [{}]}, "layout": {"annotations": [\#(annotations)], "titel": 1}}"#
    let memory = CheckMemory()
    let checker = try FigureChecker()
    var all: [[Finding]] = []
    for lead in ["", #""title": {"text": "first"}, "#] {
      let figure = Array(#"{"data": [], "layout": {\#(lead)"template": \#(template)}}"#.utf8)
      all.append(findings(figure, checker, memory))
      #expect(all.last == findings(figure, checker, CheckMemory()))
    }
    #expect(all.map(\.count) == [2, 2])
    #expect(memory.walk.work.walkedTemplates == 1)
  }
}
