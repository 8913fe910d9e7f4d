import JSONCore
import Testing
import ValidationTree

@Suite struct DefinitionTests {
  @Test func readsEverythingOfADefinition() throws {
    let tree = try SmallSchema.tree(
      SmallSchema.text(
        dot: #""a":{"valType":"integer","min":-1.5,"max":7,"extras":["all",0],"dflt":{"b":[1,"x y"]},"arrayOk":true}"#))
    let definition = try #require(tree.definition("a"))
    #expect(definition.valType == .integer)
    #expect(definition.flags == [.arrayOk, .hasMinimum, .hasMaximum, .hasDefault])
    #expect(tree.minimum(of: definition) == -1.5 && tree.maximum(of: definition) == 7)
    #expect(tree.defaultText(of: definition) == #"{"b":[1,"x y"]}"#)
    #expect(definition.values == nil && definition.pattern == nil)
    let extras = try #require(definition.extras)
    #expect(tree.list(extras, contains: try #require(tree.word("all"))) && tree.list(extras, contains: 0.0))
  }

  @Test func listsKeepTheirOrderAndAnswerMembership() throws {
    let tree = try SmallSchema.tree(
      SmallSchema.text(
        dot: #""a":{"valType":"enumerated","values":["z",2,"a",-1,true,null,"/","/^x([2-9]|[1-9][0-9]+)?$/"]}"#))
    let definition = try #require(tree.definition("a"))
    let list = try #require(definition.values)
    let z = try #require(tree.word("z"))
    let a = try #require(tree.word("a"))
    let elements = (0..<tree.count(of: list)).map { tree.element(of: list, at: $0) }
    #expect(elements.prefix(6) == [.word(z), .number(2), .word(a), .number(-1), .bool(true), .null])
    #expect(tree.hasPattern(list) && definition.flags.contains(.hasPattern))
    #expect(tree.list(list, contains: z) && tree.list(list, contains: a))
    // The slash is a value, although plotly.js takes it for an expression.
    #expect(tree.list(list, contains: try #require(tree.word("/"))))
    #expect(tree.list(list, contains: 2.0) && tree.list(list, contains: -1.0) && !tree.list(list, contains: 0.0))
    #expect(!tree.list(list, contains: Double.nan))
    #expect(tree.list(list, contains: true) && !tree.list(list, contains: false) && tree.listContainsNull(list))
    #expect(tree.position(of: z, in: list) == 2 && tree.position(of: a, in: list) == 1)
    #expect(tree.element(of: list, at: 99) == .null && tree.element(of: list, at: -1) == .null)
    // An expression is no word.
    #expect(tree.word("/^x([2-9]|[1-9][0-9]+)?$/") == nil)
  }

  @Test func itemsHaveFourForms() throws {
    let number = #"{"valType":"number"}"#
    let any = #"{"valType":"any"}"#
    let tree = try SmallSchema.tree(
      SmallSchema.text(
        dot: #""a":{"valType":"info_array"},"b":{"valType":"info_array","items":\#(any),"dimensions":"1-2"},"#
          + #""c":{"valType":"info_array","items":[\#(any),\#(number)],"freeLength":true},"#
          + #""d":{"valType":"info_array","dimensions":2,"items":[[\#(any),\#(number)],\#(number),[]]}"#))
    func type(_ item: AttributeID?) -> ValType? { item.map { tree.attribute($0).valType } }
    let a = try #require(tree.definition("a"))
    #expect(a.itemForm == .none && tree.itemCount(of: a) == 0 && tree.item(of: a, at: 0) == nil)
    let b = try #require(tree.definition("b"))
    #expect(b.itemForm == .same && b.dimensions == .oneOrTwo)
    #expect(type(tree.item(of: b, at: 9)) == .any && type(tree.item(of: b, row: 3, column: 4)) == .any)
    let c = try #require(tree.definition("c"))
    #expect(c.itemForm == .list && tree.itemCount(of: c) == 2)
    #expect(
      type(tree.item(of: c, at: 1)) == .number && tree.item(of: c, at: 2) == nil && tree.item(of: c, at: -1) == nil)
    #expect(type(tree.item(of: c, row: 7, column: 0)) == .any)
    let d = try #require(tree.definition("d"))
    #expect(d.itemForm == .rows && d.dimensions == .two && tree.itemCount(of: d) == 3)
    #expect(tree.columnCount(of: d, row: 0) == 2 && tree.columnCount(of: d, row: 1) == nil)
    #expect(tree.columnCount(of: d, row: 2) == 0)
    #expect(type(tree.item(of: d, row: 0, column: 1)) == .number && tree.item(of: d, row: 0, column: 2) == nil)
    #expect(type(tree.item(of: d, row: 1, column: 1)) == .number)
    #expect(tree.item(of: d, row: 2, column: 0) == nil)
  }

  @Test func wordsAreFoundByTheirBytes() throws {
    let tree = try SmallSchema.tree(
      SmallSchema.text(
        dot:
          #""a":{"valType":"any"},"ab":{"valType":"any"},"aVeryLongNameOfAnAttributeIndeed":{"valType":"any"},"é":{"valType":"any"}"#
      ))
    for text in ["a", "ab", "aVeryLongNameOfAnAttributeIndeed", "é", "dot"] {
      let word = try #require(tree.word(text))
      #expect(tree.text(word) == text && tree.length(of: word) == text.utf8.count)
      #expect(tree.textBytes(word) == Array(text.utf8))
    }
    for text in ["", "b", "abc", "aVeryLongNameOfAnAttributeIndeeD", "e"] { #expect(tree.word(text) == nil) }
    #expect(tree.text(WordID(rawValue: 9999)) == "")
    // Ids follow the order of the texts.
    let words = (0..<tree.wordCount).map { tree.text(WordID(rawValue: UInt16($0))) }
    #expect(words == words.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    // A word in the middle of a text is found as well.
    let found = Array("xxabxx".utf8).withInputBytes { tree.word(KeyHash($0, 2..<4), $0, 2..<4) }
    #expect(found == tree.word("ab"))
  }

  @Test func ordinalsCountFromZero() throws {
    let tree = try SmallSchema.tree(SmallSchema.text(dot: #""b":{"valType":"any"},"a":{"valType":"any"}"#))
    let dot = try #require(tree.dot)
    #expect(tree.edges(of: dot).map { tree.ordinal(of: $0, in: dot) } == [0, 1])
  }
}
