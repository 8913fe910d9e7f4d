import Diagnostics
import JSONCore
import TestSupport
import Testing

@testable import Figlint

/// What a checker remembers changes nothing but the time.
@Suite struct CheckMemoryTests {
  private static let keys = [
    "colour", "nmae", "opacity", "mode", "line", "marker", "type", "titlefont", "x", "lne", "hole",
  ]
  private static let values = [
    "1", "1.5", #""lines+marker""#, #""gren""#, #"["gren","red"]"#, #"{"colr":"red","color":"gren"}"#, #""scater""#,
    #""bar""#,
    "null", "true", #""true""#, #""12px""#, "[]", "{}", #"{"width":"2","dash":"dashdt","color":1}"#,
  ]

  /// A figure in which the same few mistakes come again and again.
  private func figure(_ random: inout SeededRandom) -> String {
    func object(_ random: inout SeededRandom) -> String {
      let members = (0..<random.number(0...6)).map { _ in
        "\"\(Self.keys[random.number(0...Self.keys.count - 1)])\":\(Self.values[random.number(0...Self.values.count - 1)])"
      }
      return "{\(members.joined(separator: ","))}"
    }
    let traces = (0..<random.number(0...5)).map { _ in object(&random) }.joined(separator: ",")
    return "{\"data\":[\(traces)],\"layout\":\(object(&random)),\"frames\":[{\"data\":[\(object(&random))]}]}"
  }

  @Test(arguments: 0..<20) func changesNoFinding(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let checker = try FigureChecker(targets: seed % 2 == 0 ? [.latest] : [.version("1.58.4"), .version("3.7.0")])
    let memory = CheckMemory()
    for round in 0..<40 {
      let figure = Array(figure(&random).utf8)
      figure.withInputBytes { bytes in
        let found = checker.check(bytes, name: "-", as: .figure, memory).report
        #expect(found == checker.check(bytes, name: "-", as: .figure).report, "seed \(seed), round \(round)")
      }
    }
  }

  @Test(arguments: 0..<10) func wordsTheFirstFindingsAndCountsAll(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let checker = try FigureChecker()
    let figure = Array(figure(&random).utf8)
    figure.withInputBytes { bytes in
      let all = checker.check(bytes, name: "-", as: .figure).report
      #expect(all.counts == FindingCounts(all.findings))
      for limit in 0...all.findings.count {
        let some = checker.check(bytes, name: "-", as: .figure, wording: limit).report
        #expect(some.findings == Array(all.findings.prefix(limit)), "seed \(seed), limit \(limit)")
        #expect(some.counts == all.counts && some.isClean == all.isClean, "seed \(seed), limit \(limit)")
      }
    }
  }
}
