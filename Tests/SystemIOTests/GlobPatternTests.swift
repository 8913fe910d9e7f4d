import TestSupport
import Testing

@testable import SystemIO

@Suite struct GlobPatternTests {
  @Test(arguments: [
    ("a", "a", true), ("a", "b", false), ("a", "aa", false), ("", "", true), ("*", "", true), ("*", "abc", true),
    ("*", "a/b", false), ("*.json", "fig.json", true), ("*.json", ".json", true), ("a*b*c", "a12b34c", true),
    ("a*b*c", "a12b34", false), ("?", "a", true), ("?", "/", false), ("?", "", false), ("**", "a/b/c", true),
    ("**/a", "a", true), ("**/a", "x/y/a", true), ("**/a", "xa", false), ("a/**", "a/b/c", true), ("a/**", "a", false),
    ("a/**/b", "a/b", true), ("a/**/b", "a/x/y/b", true), ("a/**/b", "a/xb", false), ("a**b", "a/b", false),
    ("a**b", "axxb", true), ("**/*.json", "d/e/f.json", true), ("**/x*/y", "a/xa/b/xc/y", true), ("[abc]", "b", true),
    ("[!abc]", "b", false), ("[^abc]", "d", true), ("[a-c]x", "bx", true), ("[]a]", "]", true), ("[!]a]", "b", true),
    ("[a-]", "-", true), ("[\\]]", "]", true), ("[!a]", "/", false), ("a[/]b", "a/b", false),
    ("[[:digit:]]", "7", true),
    ("[[:digit:][:upper:]]", "G", true), ("[[:nonsense:]]", "n", false), ("[a", "a", false), ("[a", "[a", false),
    ("\\*", "*", true), ("\\*", "a", false), ("a\\", "a", false), ("a\\", "a\\", false), ("[z-a]", "m", false),
    ("*a*/**/b", "xax/1/2/b", true), ("**/a/*/b", "a/x/a/y/b", true),
  ])
  func matchesLikeGit(pattern: String, path: String, expected: Bool) {
    #expect(GlobPattern(pattern).matches(path) == expected)
  }

  @Test func isNotSlowedByManyStars() {
    let pattern = GlobPattern(String(repeating: "*a", count: 60) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 3_000)))
    let deep = GlobPattern(String(repeating: "**/a/", count: 30) + "b")
    #expect(!deep.matches(String(repeating: "a/", count: 600)))
  }

  /// Compares with a matcher that tries everything, on patterns short enough for it.
  @Test func agreesWithTryingEverything() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let pieces = ["a", "b", "/", "*", "**", "/**/", "**/", "?", "[ab]", "[!a]"]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let path = (0..<Int.random(in: 0...8, using: &random)).map { _ in "ab/".randomElement(using: &random) ?? "a" }
      var parser = GlobParser(Array(text.utf8)[...])
      let isValid = parser.parse()
      #expect(isValid)
      let expected = Self.matches(parser.tokens[...], Array(String(path).utf8)[...])
      #expect(
        GlobPattern(text).matches(String(path)) == expected, "seed \(seed): \(text) \(String(path))")
    }
  }

  private static func matches(_ tokens: ArraySlice<GlobPattern.Token>, _ path: ArraySlice<UInt8>) -> Bool {
    guard let token = tokens.first else { return path.isEmpty }
    let rest = tokens.dropFirst()
    let slash = UInt8(ascii: "/")
    switch token {
    case .byte(let byte): return path.first == byte && matches(rest, path.dropFirst())
    case .set(let set): return path.first.map { set.contains($0) } == true && matches(rest, path.dropFirst())
    case .star:
      let reach = path.prefix { $0 != slash }.count
      return (0...reach).contains { matches(rest, path.dropFirst($0)) }
    case .doubleStar: return (0...path.count).contains { matches(rest, path.dropFirst($0)) }
    case .directories:
      return (0...path.count).contains {
        ($0 == 0 || path[path.startIndex + $0 - 1] == slash) && matches(rest, path.dropFirst($0))
      }
    }
  }
}

extension GlobPattern {
  fileprivate func matches(_ path: String) -> Bool { matches(Array(path.utf8).span) }
}
