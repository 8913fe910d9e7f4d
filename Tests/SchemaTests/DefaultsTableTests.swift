import JSONCore
import SchemaCompiler
import Testing
import ValidationTree

/// The conditions for what plotly.js drops, as text and as the table that is asked.
@Suite struct DefaultsTableTests {
  private static let text = """
    plotly.js 4.1.1
    unused holds
      roots trace:scatter trace:bar
      attributes T:marker T:marker.line.width
      when\tT:mode~markers not
      when\tT:mode =lines,=none\tD:vis 1
    dynamic differs
      roots xaxis
      attributes L:xaxis.anchor
      when
    null base bar

    """

  @Test func textIsReadAsItIsWritten() throws {
    let model = try DefaultsModel(text: Self.text)
    #expect(model.version == "4.1.1")
    #expect(model.rules.count == 2)
    #expect(model.rules[0].alternatives.map(\.count) == [1, 2])
    #expect(model.rules[0].alternatives[1][0].tokens == ["=lines", "=none"])
    #expect(try DefaultsModel(text: model.text) == model)
  }

  @Test(arguments: ["nonsense", "  roots xaxis", "  when\tT:mode =lines"])
  func linesThatAreNoneAreRefusedWithTheirNumber(line: String) {
    let error = #expect(throws: DefaultsError.self) { try DefaultsModel(text: "plotly.js 4.1.1\n\(line)\n") }
    #expect(error?.line == 2)
  }

  @Test(arguments: ["L:xaxis.nothingLikeIt", "T:nothingLikeIt"])
  func namesThatNoSchemaHasAreRefused(attribute: String) throws {
    let root = attribute.hasPrefix("T") ? "trace:bar" : "xaxis"
    let model = try DefaultsModel(text: "unused holds\n  roots \(root)\n  attributes \(attribute)\n  when\n")
    #expect(throws: DefaultsError.self) { try DefaultsWriter.block(model, for: .bundled) }
  }

  @Test func whatIsMinedBecomesTheSameText() throws {
    let mined = #"""
      {"plotlyjs": "4.1.1", "rules": [{"code": "unused", "roots": ["trace:bar"], "attrs": ["T:width"],
        "when": [[{"f": "T:y", "in": ["-", "[]"]}]], "n": 7, "v370": "holds"}], "nullUnused": {"base": ["bar"]}}
      """#
    let model = try Array(mined.utf8).withInputBytes { input throws(DefaultsError) in try DefaultsModel(mined: input) }
    #expect(
      model.text == """
        plotly.js 4.1.1
        unused holds
          roots trace:bar
          attributes T:width
          when\tT:y -,[]
        null base bar

        """)
  }

  @Test func theTableTellsWhatTheTextSays() throws {
    let tree = ValidationTree.bundled
    let model = try DefaultsModel(text: Self.text)
    let table = DefaultsTable(copying: try DefaultsWriter.block(model, for: tree))
    #expect(table.belongs(to: tree))
    #expect(!table.belongs(to: .empty))
    let scatter = try #require(tree.word("scatter").flatMap { tree.edge(tree.traces, $0) })
    let root = try #require(table.node(ofTraceType: tree.ordinal(of: scatter, in: tree.traces)))
    let marker = try #require(tree.word("marker").flatMap { table.child(of: root, $0.rawValue) })
    let rule = try #require(table.rules(of: marker).first)
    #expect(table.effect(rule) == .unused)
    let (alternatives, reach) = table.alternatives(rule)
    #expect(alternatives.count == 2)
    #expect(reach == .since3)
    let atom = try #require(table.atoms(alternatives.lowerBound).first)
    #expect(table.feature(table.feature(ofAtom: atom)).kind == .traceFlag)
    #expect(table.atom(atom, holds: .not))
    #expect(!table.atom(atom, holds: .has))
    let second = try #require(table.atoms(alternatives.lowerBound + 1).first)
    #expect(table.tokens(ofAtom: second).map(table.text(of:)) == ["=lines", "=none"])
    #expect(try table.atom(second, holds: table.token(of: #require(tree.word("lines")))))
    #expect(table.child(of: root, 0) == nil)
  }

  /// The numbers that the program names are those of the texts.
  @Test func commonTokensAreCalledWhatTheyAre() throws {
    let table = DefaultsTable(
      copying: try DefaultsWriter.block(try DefaultsModel(text: Self.text), for: .bundled))
    let named: [(DefaultsToken, String)] = [
      (.absent, "-"), (.true, "true"), (.zero, "0"), (.positive, "+n"), (.emptyText, "''"), (.emptyArray, "[]"),
      (.numbers, "[n]"),
      (.nulls, "[_]"), (.rows, "[[]]"), (.objects, "[o]"), (.container, "{}"), (.has, "has"), (.not, "not"),
      (.array, "arr"),
      (.twoOrMore, "2+"), (.short, "<20"), (.long, ">=20"), (.yes, "yes"), (.no, "no"), (.ok, "ok"),
      (.missing, "missing"),
      (.linear, "linear"), (.dateAxis, "date"), (.category, "category"), (.multicategory, "multicategory"),
      (.none, "none"),
      (.isTrue, "=true"), (.isFalse, "=false"), (.isAuto, "=auto"), (.one, "1"), (.two, "2"), (.colorlist, "cl"),
    ]
    for (token, text) in named { #expect(table.text(of: token) == text) }
  }
}
