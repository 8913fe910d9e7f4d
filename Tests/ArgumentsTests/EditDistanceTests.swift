import TestSupport
import Testing

@testable import Arguments

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("format", "format", 0), ("formt", "format", 1), ("foramt", "format", 1),
    ("fromat", "format", 1), ("kitten", "sitting", 3), ("ca", "abc", 3), ("abcdef", "badcfe", 3),
  ])
  func countsEdits(a: String, b: String, distance: Int) {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    #expect(EditDistance.between(a, b, limit: 9) == distance)
    #expect(EditDistance.between(b, a, limit: 9) == distance)
    #expect(EditDistance.between(a, b, limit: distance) == distance)
    #expect(EditDistance.between(a, b, limit: distance - 1) == nil)
  }

  @Test func agreesWithTheWholeTableWithinTheLimit() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<3_000 {
      let word = { (random: inout SeededRandom) in
        (0..<Int.random(in: 0...8, using: &random)).map { _ in Unicode.Scalar(UInt8.random(in: 97...99, using: &random))
        }
      }
      let (a, b) = (word(&random), word(&random))
      let whole = Self.wholeTable(a, b)
      for limit in 0...5 {
        #expect(EditDistance.between(a, b, limit: limit) == (whole <= limit ? whole : nil), "seed \(seed)")
      }
    }
  }

  @Test func offersNothingThatIsFarOff() {
    #expect(EditDistance.nearest("x", in: ["y", "q"]) == nil)
    #expect(EditDistance.nearest("fig.json", in: ["check", "rules"]) == nil)
    #expect(EditDistance.nearest("exclud", in: ["include", "exclude"]) == "exclude")
    #expect(EditDistance.nearest("max", in: ["statistics", "max-findings"]) == "max-findings")
    #expect(EditDistance.nearest("jobs", in: []) == nil)
  }

  /// The textbook table, for comparison.
  private static func wholeTable(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var table = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count {
      for j in 0...b.count {
        if i == 0 || j == 0 {
          table[i][j] = i + j
          continue
        }
        table[i][j] = min(
          table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}
