import JSONCore
import TestSupport
import Testing

@testable import LintRules

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("color", "color", 0), ("color", "Color", 0), ("color", "colour", 1), ("color", "colro", 1), ("color", "olor", 1),
    ("color", "colar", 1), ("caemra", "camera", 1), ("ca", "abc", 3), ("", "abc", 3), ("abc", "", 3),
  ])
  func countsEdits(a: String, b: String, distance: Int) {
    #expect(Self.distance(a, b, limit: 3) == distance)
    #expect(Self.distance(a, b, limit: distance) == distance)
    if distance > 0 { #expect(Self.distance(a, b, limit: distance - 1) == nil) }
  }

  @Test func agreesWithThePlainTable() {
    var random = SeededRandom(seed: 7)
    var edits = EditDistance()
    for _ in 0..<5000 {
      let (a, b) = (Self.word(&random), Self.word(&random))
      let limit = random.number(0...6)
      let plain = Self.plainDistance(a, b)
      let found = b.withInputBytes { edits.distance(from: a, to: $0, 0..<b.count, limit: limit) }
      #expect(found == (plain <= limit ? plain : nil), "\(a) \(b) \(limit)")
    }
  }

  private static func word(_ random: inout SeededRandom) -> [UInt8] {
    (0..<random.number(0...7)).map { _ in UInt8(random.number(97...99)) }
  }

  private static func distance(_ a: String, _ b: String, limit: Int) -> Int? {
    var edits = EditDistance()
    return Array(b.utf8).withInputBytes { edits.distance(from: Array(a.utf8), to: $0, 0..<$0.count, limit: limit) }
  }

  /// The textbook table of the optimal string alignment distance.
  private static func plainDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { table[i][0] = i }
    for j in 0...b.count { table[0][j] = j }
    for i in stride(from: 1, through: a.count, by: 1) {
      for j in stride(from: 1, through: b.count, by: 1) {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[a.count][b.count]
  }
}
