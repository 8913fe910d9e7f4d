import PlotSchema
import SchemaCompiler
import Testing
import ValidationTree

@Suite struct CompileErrorTests {
  private func input(traces: Int = 1, layout: String = "", version: String? = nil) throws -> TreeCompiler.Input {
    let traces = (0..<traces).map { #""t\#($0)":{"attributes":{"a":{"valType":"any"}}}"# }.joined(separator: ",")
    let text = #"{"traces":{\#(traces)},"layout":{"layoutAttributes":{\#(layout)}}}"#
    return TreeCompiler.Input(try SchemaReader.read(Array(text.utf8), version: version).schema, orNamed: "my.json")
  }

  private func error(_ inputs: [TreeCompiler.Input]) -> CompileError? {
    do throws(CompileError) {
      _ = try TreeCompiler.compile(inputs)
      return nil
    } catch { return error }
  }

  @Test func refusesNothing() {
    #expect(error([]) == .nothing)
  }

  @Test func refusesTheSameVersionTwice() throws {
    #expect(try error([input(version: "1.2.3"), input(version: "1.2.3")]) == .sameVersion("1.2.3"))
    #expect(try error([input(), input()]) == .sameVersion("my.json"))
  }

  @Test func refusesWhatReferencesCannotTell() throws {
    #expect(try error([input(traces: 64)]) == nil)
    #expect(try error([input(traces: 65)]) == .tooMany("trace types", limit: 64))
    let versions = try (0..<65).map { try input(version: "1.0.\($0)") }
    #expect(error(Array(versions.prefix(64))) == nil)
    #expect(error(versions) == .tooMany("versions", limit: 64))
    let many = (0..<20_000).map { #""a\#($0)":{"valType":"any"}"# }.joined(separator: ",")
    #expect(try error([input(layout: many)]) == .tooMany("words", limit: TreeFormat.maxWords))
    let distinct = (0..<17).map { outer in
      let inner = (0..<1000).map { #""a\#($0)":{"valType":"number","min":\#(outer * 1000 + $0)}"# }
      return #""b\#(outer)":{\#(inner.joined(separator: ","))}"#
    }
    #expect(
      try error([input(layout: distinct.joined(separator: ","))])
        == .tooMany("distinct attributes", limit: TreeFormat.maxNodes))
  }

  @Test func callsAFileWithoutAVersionByItsName() throws {
    let tree = try TreeCompiler.tree([input(), input(version: "9.0.0"), input(version: "10.0.0")])
    #expect(tree.versionNames == ["9.0.0", "10.0.0", "my.json"])
    let resolver = TargetResolver(tree)
    #expect(try resolver.index(of: "my.json") == 2 && resolver.index(of: "9") == 0)
    // Neither transforms nor `…src` attributes: taken for a recent version.
    #expect(tree.traits(2) == [.typedArrays, .modernColours])
    let old = try TreeCompiler.tree([input(layout: #""xsrc":{"valType":"string"}"#)])
    #expect(old.traits(0) == .typedArrays)
  }

  @Test func theSameSchemasGiveTheSameBytes() throws {
    let inputs = try [input(version: "1.0.0"), input(layout: #""b":{"valType":"any"}"#, version: "2.0.0")]
    #expect(try TreeCompiler.compile(inputs).block == TreeCompiler.compile(inputs.reversed()).block)
  }
}
