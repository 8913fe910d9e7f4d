import Foundation
import TestSupport
import Testing

@testable import SystemIO

/// What is ignored is what git ignores, on random trees with random `.gitignore` files.
@Suite(.enabled(if: TemporaryDirectory.hasGit)) struct GitAgreementTests {
  private static let pieces = [
    "a", "b", "c", "ab", "*", "*", "**", "**/", "/**", "/", "/", "?", "[ab]", "[!a]", "[^b-c]", "[a-c]", "[[:alpha:]]",
    "[]a]",
    "[", "]", "\\a", "\\*", "\\ ", "\\", " ", "!", "#", "-", "é", "\\#", "[\\]]", "***", "[[:digit:]a]", "\t",
  ]
  private static let names = [
    "a", "b", "c", "ab", "ba", "abc", "a b", "b ", "a*", "[a", "]", "#a", "!b", "é", "a-c", "1", "a\\",
  ]

  @Test func ignoresWhatGitIgnores() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededRandom(seed: seed)
    let directory = try TemporaryDirectory()
    try directory.run("git", "init", "-q")
    var rules: [String: String] = [:]
    // Each directory at the top is an experiment of its own; git looks at all of them in one run.
    for index in 0..<150 {
      let base = "t\(index)"
      for place in ["", "/a", "/b"] where place.isEmpty || Int.random(in: 0..<3, using: &random) == 0 {
        let lines = (0..<Int.random(in: 1...4, using: &random)).map { _ in Self.line(&random) }
        rules[base + place] = lines.joined(separator: Bool.random(using: &random) ? "\n" : "\r\n")
        try directory.write(rules[base + place] ?? "", to: "\(base)\(place)/.gitignore")
      }
      for _ in 0..<15 {
        let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
          Self.names.randomElement(using: &random) ?? "a"
        }
        // A name may already be that of a directory, or of a file where a directory is wanted; those are left out.
        _ = try? directory.write("", to: "\(base)/" + parts.joined(separator: "/"))
      }
    }
    let listed = try directory.run(
      "git", "-c", "core.excludesFile=/dev/null", "ls-files", "--others", "--exclude-standard", "-z")
    let expected = Set(
      listed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }.filter { !$0.hasSuffix(".gitignore") })
    let walk = DirectoryWalk(directory.path, DirectoryWalk.Options { _ in true })
    let found = Set(try walk.map { String(try $0.get().dropFirst(directory.path.count + 1)) })
    #expect(expected.count > 100, "seed \(seed)")
    for path in expected.symmetricDifference(found).sorted().prefix(5) {
      let base = path.prefix { $0 != "/" }
      let around = rules.filter { $0.key.hasPrefix(base + "/") || $0.key == base }
      Issue.record(
        "seed \(seed): git \(expected.contains(path) ? "takes" : "ignores") \(path.debugDescription) with \(around)")
    }
  }

  private static func line(_ random: inout SeededRandom) -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "a" }.joined()
  }
}
