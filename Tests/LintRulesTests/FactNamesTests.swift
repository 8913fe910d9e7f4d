import SchemaCompiler
import Testing
import ValidationTree

@testable import LintRules

/// Lists of names that stand for the cases of an enumeration, and must be in their order.
@Suite struct FactNamesTests {
  @Test func namesOfMembersAreThoseOfTheCases() {
    #expect("\(TraceName.texts)".split(separator: " ").map(String.init) == TraceName.allCases.map { "\($0)" })
    #expect(TraceName.allCases.count < TraceNames.capacity)
  }

  @Test func namesOfTypesAreThoseOfTheCases() {
    let names = TraceType.allCases.filter { $0 != .other }.map { "\($0)" }
    #expect("\(TraceType.texts)".split(separator: " ").map(String.init) == names)
    #expect(TraceType.allCases.last == .other)
  }

  /// ``DefaultsWalk`` looks only at traces that have one of the flaglists.
  @Test func conditionsOnFlagsAreOnKnownFlaglists() {
    let table = DefaultsTable.bundled
    let words = DefaultsVocabulary.bundled(.bundled)
    for index in 0..<table.featureCount {
      let feature = table.feature(index)
      guard feature.kind == .traceFlag else { continue }
      #expect(feature.steps.count == 1)
      #expect(words.flaglists.contains(WordID(rawValue: table.step(feature.steps.lowerBound))))
    }
  }

  /// ``DefaultsWalk`` passes over the members that have other names, unless a selected rule speaks of any.
  @Test func conditionsOnBoundsAreOnNamesOfBounds() {
    let table = DefaultsTable.bundled
    let tree = ValidationTree.bundled
    let words = DefaultsVocabulary.bundled(tree)
    var count = 0
    func look(_ node: Int) {
      for rule in table.rules(of: node) where table.effect(rule) == .unused {
        let isAboutBounds = table.alternatives(rule).0.contains { alternative in
          table.atoms(alternative).contains { atom in
            let kind = table.feature(table.feature(ofAtom: atom)).kind
            return kind == .traceBounds || kind == .layoutBounds
          }
        }
        guard isAboutBounds else { continue }
        count += 1
        #expect(here.last.flatMap(words.role(of:)) == .bound)
      }
      for word in Array(0..<UInt16(tree.wordCount)) + [DefaultsTable.item] {
        guard let child = table.child(of: node, word) else { continue }
        here.append(WordID(rawValue: word))
        look(child)
        here.removeLast()
      }
    }
    var here: [WordID] = []
    for ordinal in 0..<tree.edges(of: tree.traces).count { table.node(ofTraceType: ordinal).map(look) }
    for root in DefaultsRoot.allCases { table.node(root).map(look) }
    #expect(count > 0)
  }
}
