import JSONCore
import LintRules
import SchemaCompiler
import TestSupport
import Testing
import ValidationTree

@testable import Figlint

/// Figures that are made of pieces, right and wrong ones, with all rules selected: whatever stands where, a check ends, and what it
/// says depends neither on the order of the keys nor on the white space. Rules that come later are covered, too.
@Suite struct RandomFigureTests {
  private static let tree = ValidationTree.bundled

  @Test(arguments: 0..<8) func whatIsFoundDependsOnTheFigureAlone(seed: UInt64) throws {
    var settings = CheckSettings()
    settings.rules = .all
    let checker = try FigureChecker(targets: [.version("3.7.0"), .latest], settings: settings)
    var random = SeededRandom(seed: seed)
    var found = 0
    for round in 0..<60 {
      let text = Array(FigurePieces.figure(Self.tree, &random).utf8)
      guard let figure = TextTree(text) else {
        Issue.record("seed \(seed), round \(round) is no JSON")
        continue
      }
      let said = facts(checker.check(text))
      found += said.count
      for other in [figure.shuffled(&random), figure.written(.pretty)] where facts(checker.check(other)) != said {
        let difference = facts(checker.check(other)).symmetricDifference(said)
        Issue.record(
          "seed \(seed), round \(round): \(difference.prefix(2)) in \(String(decoding: text, as: UTF8.self))")
        return
      }
    }
    // Pieces that nobody objects to would show nothing.
    #expect(found > 500)
  }

  private func facts(_ report: Report) -> Set<String> {
    Set(report.findings.map { "\($0.rule) \($0.pointer) \($0.code.map { $0.rawValue } ?? "") \($0.message)" })
  }
}

/// Figures made of the schema's own attributes.
enum FigurePieces {
  private static let values = [
    "null", "true", "false", "0", "1", "-1", "0.5", "20", "1e999", "\"\"", #""x""#, #""x2""#, #""y3 domain""#,
    #""lines""#, #""markers""#,
    #""lines+text""#, #""log""#, #""date""#, #""category""#, #""array""#, #""auto""#, #""red""#, ##""#12""##,
    #""%{foo}""#, "[]", "[1]", "[1, 2]",
    "[2, 1]", "[null, 3]", #"["a", "b"]"#, #"["1", "2"]"#, #"["2024-01-01", "2024-02-01"]"#, "[[1, 2], [3]]", "[[]]",
    "[{}]", "{}",
    #"{"dtype": "f8", "bdata": "AAAAAAAA8D8AAAAAAAAAQA=="}"#, #"{"dtype": "i1", "bdata": "AAAAAAAA", "shape": "2, 3"}"#,
    #"{"dtype": "i1", "bdata": "AAA"}"#,
  ]

  static func figure(_ tree: ValidationTree, _ random: inout SeededRandom) -> String {
    var types = tree.edges(of: tree.traces).map { ($0, tree.text(tree.word(of: $0))) }
    types.shuffle(using: &random)
    let traces = (0..<random.number(0...4)).map { index in
      // What is no trace at all stands among them, too.
      if random.number(0...9) == 0 { return random.element(of: values) }
      let (edge, name) = types[index % 3]
      let type = random.number(0...9) == 0 ? #""scater""# : "\"\(name)\""
      let attributes = object(tree.variant(of: edge, at: 0).node.container, tree, &random, depth: 0)
      return #"{"type": \#(type)\#(attributes.isEmpty ? "" : ", ")\#(attributes)}"#
    }
    var layout = object(tree.layout, tree, &random, depth: 0)
    for name in ["xaxis2", "yaxis2", "scene2", "polar", "legend2", "coloraxis2"] where random.number(0...3) == 0 {
      guard let word = tree.word(name.trimmingDigits), let edge = tree.edge(tree.layout, word) else { continue }
      let inside = value(tree.variant(of: edge, at: tree.variantCount(of: edge) - 1).node, tree, &random, depth: 1)
      layout += (layout.isEmpty ? "" : ", ") + #""\#(name)": \#(inside)"#
    }
    let frames =
      random.number(0...3) == 0
      ? #", "frames": [{\#(object(tree.frame, tree, &random, depth: 1))}, {"name": "a"}]"# : ""
    return #"{"data": [\#(traces.joined(separator: ", "))], "layout": {\#(layout)}\#(frames)}"#
  }

  /// The members of an object.
  private static func object(
    _ container: ContainerID, _ tree: ValidationTree, _ random: inout SeededRandom, depth: Int
  ) -> String {
    var edges = Array(tree.edges(of: container))
    edges.shuffle(using: &random)
    return edges.prefix(random.number(0...(depth == 0 ? 14 : 4))).map { edge in
      let node = tree.variant(of: edge, at: tree.variantCount(of: edge) - 1).node
      return "\"\(tree.text(tree.word(of: edge)))\": \(value(node, tree, &random, depth: depth + 1))"
    }.joined(separator: ", ")
  }

  private static func value(_ node: NodeRef, _ tree: ValidationTree, _ random: inout SeededRandom, depth: Int) -> String
  {
    if depth > 3 || random.number(0...9) == 0 { return random.element(of: values) }
    switch node.kind {
    case .container: return "{\(object(node.container, tree, &random, depth: depth))}"
    case .list:
      let items = (0..<random.number(0...2)).map { _ in
        random.number(0...9) == 0
          ? random.element(of: values) : "{\(object(node.container, tree, &random, depth: depth))}"
      }
      return "[\(items.joined(separator: ", "))]"
    case .attribute:
      let attribute = tree.attribute(node.attribute)
      if let list = attribute.values, tree.count(of: list) > 0, random.number(0...2) > 0 {
        switch tree.element(of: list, at: random.number(0...tree.count(of: list) - 1)) {
        case .word(let word): return "\"\(tree.text(word))\""
        case .number(let number): return "\(number)"
        case .bool(let bool): return "\(bool)"
        default: break
        }
      }
      if attribute.valType == .dataArray, random.number(0...2) > 0 { return "[1, 2, 3]" }
      return random.element(of: values)
    }
  }
}

extension String {
  fileprivate var trimmingDigits: String { String(prefix { !$0.isNumber }) }
}
