import TestSupport
import Testing

@testable import JSONCore

/// Numbers by the block against numbers byte by byte: with too few bytes behind it, a number is never scanned by the block.
@Suite struct NumberScanTests {
  private struct Outcome: Equatable {
    var text: String?
    var isInteger = false
    var isSurelyFinite = false
    var issues = 0
    var error: ScanError.Kind?
  }

  private func outcome(_ number: String, behind: String) -> Outcome {
    Array((number + behind).utf8).withInputBytes { bytes in
      var scanner = JSONScanner(bytes, range: 0..<bytes.count)
      do throws(ScanError) {
        let token = try scanner.scanNumber()
        return Outcome(
          text: bytes.text(token.range), isInteger: token.isInteger, isSurelyFinite: token.isSurelyFinite,
          issues: scanner.issues.count)
      } catch {
        return Outcome(issues: scanner.issues.count, error: error.kind)
      }
    }
  }

  private func compare(_ number: String, _ label: String = "") {
    let expected = outcome(number, behind: "]")
    for behind in ["]", ",", " ", "\n"] {
      let found = outcome(number, behind: behind + String(repeating: "7", count: 40))
      #expect(found == expected, "\(number.debugDescription), \(label)")
    }
  }

  @Test func agreesForEachLengthOfEachPart() {
    for sign in ["", "-"] {
      for integer in [0, 1, 2, 7, 8, 13, 14, 15, 16, 17, 30, 31, 32] {
        for fraction in [-1, 0, 1, 2, 11, 12, 13, 14, 15, 16, 17, 27, 28, 29, 30, 31] {
          for exponent in ["", "e", "e5", "E+5", "e-12", "e123", "e-"] {
            let point = fraction < 0 ? "" : "." + String(repeating: "4", count: fraction)
            compare(sign + String(repeating: "3", count: integer) + point + exponent)
          }
        }
      }
    }
  }

  @Test(arguments: 0..<4) func agreesOnSoup(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for round in 0..<5_000 {
      var number = random.element(of: ["", "-", "0", "1"])
      for _ in 0..<random.number(0...12) {
        number += random.element(of: ["0", "0", "1", "9", "42", "12345678", ".", "e", "E", "-", "+"])
      }
      guard let first = number.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first) else { continue }
      compare(number, "seed \(seed), round \(round)")
    }
  }
}
