import TestSupport
import Testing

@testable import Arguments

@Suite struct RandomArgumentsTests {
  /// Pieces that arguments are made of, so that random ones come near to real ones.
  private static let pieces = [
    "-", "--", "=", ",", "paint", "gallery", "show", "list", "help", "shade", "dark", "light", "o", "q", "v", "s", "h",
    "c",
    "colors", "layer", "coats", "3", "-1", "99999999999999999999", "key", "size", "640x480", "x", "é", "👩‍👩‍👧", "e\u{301}",
    " ",
    "\u{0}", "\u{1B}", "\n", "",
  ]

  private func randomArguments(_ random: inout SeededRandom) -> [String] {
    (0..<Int.random(in: 0...7, using: &random)).map { _ in
      (0..<Int.random(in: 0...4, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
    }
  }

  @Test func neverTraps() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<20_000 {
      var arguments = randomArguments(&random)
      if Bool.random(using: &random) { arguments.insert("paint", at: 0) }
      do throws(ArgumentError) {
        guard case .run(_, let parsed, _) = try Sample.root.parse(arguments) else { continue }
        _ = parsed[Sample.Paint.files]
        _ = parsed[Sample.Paint.layers]
        _ = parsed[Sample.Paint.coats]
      } catch {
        let lines = error.description.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 3, "seed \(seed): \(arguments)")
      }
    }
  }

  @Test func takesAllBehindTwoDashesAsItIs() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<2_000 {
      let arguments = randomArguments(&random)
      guard !arguments.isEmpty, case .run(_, let parsed, _) = try Sample.root.parse(["paint", "--"] + arguments) else {
        continue
      }
      #expect(parsed[Sample.Paint.files] == arguments, "seed \(seed)")
    }
  }
}
