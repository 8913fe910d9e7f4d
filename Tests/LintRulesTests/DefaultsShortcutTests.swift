import Diagnostics
import FigureValidator
import Foundation
import JSONCore
import SchemaCompiler
import TestSupport
import Testing
import ValidationTree

@testable import LintRules

/// The check of defaults looks only where a selected rule could speak, and remembers what it found out: both change how long it
/// takes, and nothing else.
@Suite struct DefaultsShortcutTests {
  private static let tree = ValidationTree.bundled
  private static let facts = SchemaFacts(tree)
  private static let usual = DefaultsCheck.ids.filter { !DefaultsCheck.silentRules.contains($0) }

  @Test func rulesThatSpeakOfSomeMembersSayTheSameAlone() throws {
    let usual = RuleSet(Self.usual)
    var count = 0
    for figure in try Self.figures(seed: 5) {
      let alone = Self.problems(figure, Self.usual)
      let amongAll = Self.problems(figure, DefaultsCheck.ids).filter { usual.contains($0.rule) }
      #expect(alone.map(\.text) == amongAll.map(\.text), "\(String(decoding: figure, as: UTF8.self))")
      count += alone.count
    }
    #expect(count > 100)
  }

  @Test func whatWasFoundOutForOneFigureHoldsForTheNext() throws {
    let memory = FactMemory()
    for figure in try Self.figures(seed: 6) {
      let found = Self.problems(figure, Self.usual, memory)
      #expect(found.map(\.text) == Self.problems(figure, Self.usual).map(\.text))
    }
  }

  /// Where a trace is drawn at first sight, none of the conditions holds under which it is not.
  @Test func tracesThatAreDrawnAtFirstSightAreDrawn() throws {
    let table = DefaultsTable.bundled
    var gates = DefaultsGates()
    var counts = (drawn: 0, all: 0)
    for text in try Self.figures(seed: 7) {
      Self.withView(text, Self.usual) { view in
        let figure = DefaultsFigure(view, .bundled(Self.tree))
        var features = DefaultsFeatures(
          table, figure, DefaultsAxes(figure), DefaultsObject(), DefaultsTokens())
        for trace in figure.traces {
          guard let node = table.node(ofTraceType: trace.ordinal) else { continue }
          features.enter(
            DefaultsContext(kind: .trace(trace.position), own: trace.place, template: trace.template, skip: 0))
          counts.all += 1
          if gates.mayBeInvisible(trace, node, table, &features) { continue }
          counts.drawn += 1
          var holds = false
          for rule in table.rules(of: node) where table.effect(rule) == .invisible {
            for alternative in table.alternatives(rule).0 {
              var areAllMet = true
              for atom in table.atoms(alternative) {
                let token = features.token(table.feature(ofAtom: atom), [])
                if !table.atom(atom, holds: token) { areAllMet = false }
              }
              if areAllMet { holds = true }
            }
          }
          #expect(!holds)
        }
      }
    }
    #expect(counts.drawn > counts.all / 4)
    #expect(counts.drawn < counts.all)
  }

  /// Ends that are right at first sight are right for every kind of axis.
  @Test func endsThatAreApartAtFirstSightHaveNoFault() {
    var random = SeededRandom(seed: 8)
    let values = [
      "0", "1", "-1", "0.5", "0.50001", "1e0", "1.0", "-0", "1e400", "-1e400", "1e20", "null", "\"1\"", "[1]", "NaN",
      "2",
    ]
    let types = ["linear", "log", "date", "category", "multicategory"].map { DefaultsTable.bundled.token(named: $0) }
    var count = 0
    for _ in 0..<2000 {
      let (first, second) = (random.element(of: values), random.element(of: values))
      let space = random.element(of: ["", " ", "\n  "])
      let text = Array("[\(space)\(first)\(space),\(space)\(second)\(space)]".utf8)
      text.withInputBytes { bytes in
        let low = Self.element(first, 0, from: 1 + space.utf8.count)
        let high = Self.element(second, 1, from: 2 + 3 * space.utf8.count + first.utf8.count)
        if DefaultsEnds.areApart(bytes, 0..<bytes.count, by: 0) {
          count += 1
          for type in types { #expect(DefaultsEnds.range(low, high, bytes, type: type) == nil) }
        }
        if DefaultsEnds.areApart(bytes, 0..<bytes.count, by: DefaultsEnds.leastDomain) {
          for isAxis in [true, false] {
            #expect(DefaultsEnds.domain(low, high, bytes, isAxis: isAxis, isWhole: true) == nil)
          }
        }
      }
    }
    #expect(count > 500)
  }

  @Test func membersOfInterestAreFoundInAnyOrder() {
    var random = SeededRandom(seed: 9)
    for _ in 0..<200 {
      let members = (0..<40).filter { _ in random.number(0...3) == 0 }
      var interest = DefaultsInterest(members)
      for _ in 0..<60 {
        let start = random.number(0...40)
        let end = random.number(start...41)
        #expect(interest.holdsAny(from: start, to: end) == members.contains { $0 >= start && $0 < end })
      }
    }
  }

  // MARK: Figures

  private struct Found {
    let rule: RuleID
    let text: String
  }

  private static func problems(_ text: [UInt8], _ rules: [RuleID], _ memory: FactMemory = FactMemory()) -> [Found] {
    withView(text, rules, memory) { view in
      var problems: [Problem] = []
      DefaultsCheck.check(view, into: &problems)
      return problems.map { Found(rule: $0.rule, text: "\($0.rule) \($0.range) \($0.detail)") }
    }
  }

  private static func withView<R>(
    _ text: [UInt8], _ rules: [RuleID], _ memory: FactMemory = FactMemory(), _ body: (FigureView) -> R
  ) -> R {
    text.withInputBytes { bytes in
      let targets = VersionSet(version: tree.versionCount - 1)
      let rules = RuleSet(rules)
      var walker = FigureWalker(
        bytes, range: 0..<bytes.count, tree: tree, facts: facts, targets: targets, rules: rules, notingFacts: true)
      walker.walk(as: .figure)
      return body(
        FigureView(
          facts: walker.noted, template: walker.notedTemplate, bytes: bytes, tree: tree, targets: targets,
          rules: rules, memory: memory))
    }
  }

  private static func element(_ text: String, _ position: Int, from start: Int) -> DefaultsEnds.Element {
    let kind = ValueKind(firstByte: text.utf8.first ?? 0)
    return DefaultsEnds.Element(position: position, kind: kind, range: start..<start + text.utf8.count)
  }

  /// The figures of the rules' fixtures, each also with some values replaced by others of the figure or by plain ones.
  private static func figures(seed: UInt64) throws -> [[UInt8]] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Rules")
    var random = SeededRandom(seed: seed)
    let values = [
      "null", "false", "\"lines\"", "\"markers\"", "\"none\"", "[]", "[1, 1]", "[0, 1]", "[1, 0]", "\"x\"", "\"y2\"",
      "\"x domain\"", "\"x3\"", "[1, 2, 3]", "[\"a\", \"b\"]", "5",
      "\"lines\(String(repeating: "+lines", count: 20))\"",
    ]
    var figures: [[UInt8]] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path()).sorted() {
      guard path.hasSuffix(".json"), case let text = Array(try Data(contentsOf: folder.appending(path: path))),
        text.count < 10_000, let tree = TextTree(text)
      else { continue }
      figures.append(text)
      let places = places(tree.root)
      for _ in 0..<12 {
        var changed = text
        changed.replaceSubrange(random.element(of: places), with: Array(random.element(of: values).utf8))
        figures.append(changed)
      }
    }
    return figures
  }

  private static func places(_ node: TextTree.Node) -> [Range<Int>] {
    [node.range] + node.elements.flatMap(places) + node.members.flatMap { places($0.value) }
  }
}
