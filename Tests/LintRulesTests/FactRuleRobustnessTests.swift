import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import LintRules

/// Rules that look at facts meet figures that are wrong already: any attribute of any type, any array of any length, any
/// reference of any text.
@Suite struct FactRuleRobustnessTests {
  private static let rules = RuleRegistry.metadata.map(\.id)
  private static let values = [
    "null", "true", "-1", "0", "1e400", "\"\"", "\"x2\"", "\"y99999999999999999999\"", "[]", "[[]]", "[null]",
    "[1, [2], {}]", "{}",
    "{\"dtype\": \"f8\", \"bdata\": \"AAAA\"}", "{\"dtype\": \"i1\", \"bdata\": \"AQID\", \"shape\": \"3, 1\"}",
    "\"%{\"", "\"\\u0041\"",
    "[\"a\", 1, null]", "\"log\"", "\"heatmap\"", "[\"\", \"a\", \"b\"]", "{\"a\": {\"b\": [1]}}",
    "99999999999999999999",
  ]

  private static func figures() throws -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Rules")
    return try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter { $0.hasSuffix(".json") }.sorted()
      .map { Array(try Data(contentsOf: folder.appending(path: $0))) }
  }

  /// A value of each figure after the other is replaced by one that nobody expects there.
  @Test func valuesOfAnyKindGiveNoTrapAndShortWords() throws {
    var random = SeededRandom(seed: 77)
    let figures = try Self.figures()
    #expect(figures.count > 80)
    for figure in figures where figure.count < 10_000 {
      guard let tree = TextTree(figure) else { continue }
      let places = Self.places(tree.root)
      for _ in 0..<25 {
        var text = figure
        let place = random.element(of: places)
        text.replaceSubrange(place, with: Array(random.element(of: Self.values).utf8))
        for problem in Checked.problems(text, also: Self.rules) {
          #expect(problem.range.upperBound <= text.count)
          #expect(problem.message.unicodeScalars.count <= 300, "\(problem.message)")
          for edit in problem.words.fix?.edits ?? [] { #expect(edit.range.upperBound <= text.count) }
        }
      }
    }
  }

  /// What is found does not depend on the order of keys: here, whether the type of a trace comes first or last.
  @Test func theOrderOfKeysMakesNoDifference() throws {
    for figure in try Self.figures() where figure.count < 10_000 {
      guard let tree = TextTree(figure) else { continue }
      let turned = Array(Self.turned(tree.root, figure).utf8)
      let found = Checked.problems(figure, also: Self.rules).map { "\($0.rule) \($0.message)" }.sorted()
      let again = Checked.problems(turned, also: Self.rules).map { "\($0.rule) \($0.message)" }.sorted()
      #expect(found == again, "\(String(decoding: figure.prefix(200), as: UTF8.self))")
    }
  }

  private static func places(_ node: TextTree.Node) -> [Range<Int>] {
    [node.range] + node.elements.flatMap(places) + node.members.flatMap { places($0.value) }
  }

  /// The text with the members of each object the other way round.
  private static func turned(_ node: TextTree.Node, _ text: [UInt8]) -> String {
    if !node.members.isEmpty {
      let members = node.members.reversed().map {
        String(decoding: text[$0.keyRange], as: UTF8.self) + ": " + turned($0.value, text)
      }
      return "{" + members.joined(separator: ", ") + "}"
    }
    if !node.elements.isEmpty { return "[" + node.elements.map { turned($0, text) }.joined(separator: ", ") + "]" }
    return String(decoding: text[node.range], as: UTF8.self)
  }
}
