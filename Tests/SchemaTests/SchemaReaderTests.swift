import JSONCore
import PlotSchema
import TestSupport
import Testing

@Suite struct SchemaReaderTests {
  /// A schema around the given attributes of one trace type.
  private func schema(_ attributes: String, more: String = "") -> [UInt8] {
    let text =
      #"{"traces":{"dot":{"attributes":{"type":"dot",\#(attributes)}}},"#
      + #""layout":{"layoutAttributes":{"title":{"valType":"string"}}},"#
      + #""frames":{"items":{"frames_entry":{"name":{"valType":"string"}}}},"config":{},"animation":{}\#(more)}"#
    return Array(text.utf8)
  }

  private func error(_ text: String) -> SchemaError? {
    do throws(SchemaError) {
      _ = try SchemaReader.read(Array(text.utf8), version: nil)
      return nil
    } catch { return error }
  }

  private func error(attributes: String) -> SchemaError? {
    do throws(SchemaError) {
      _ = try SchemaReader.read(schema(attributes), version: nil)
      return nil
    } catch { return error }
  }

  @Test func readsADefinition() throws {
    let text =
      #""size":{"valType":"number","min":0,"max":1.5,"arrayOk":true,"dflt": [ 1, "a b" ],"description":"long","editType":"calc"}"#
    let (model, warnings) = try SchemaReader.read(schema(text), version: "9.9.9")
    #expect(warnings.isEmpty)
    #expect(model.origin.version == "9.9.9")
    let definition = try #require(model.attributes.first)
    #expect(definition.valType == .number)
    #expect(definition.flags == .arrayOk)
    #expect(definition.minimum == 0 && definition.maximum == 1.5)
    #expect(definition.defaultText.map(model.words.text) == #"[1,"a b"]"#)
  }

  @Test func keepsEqualDefinitionsOnce() throws {
    let text =
      #""a":{"valType":"number","editType":"calc"},"b":{"editType":"style","valType":"number"},"c":{"x":{"valType":"any"}},"d":{"x":{"valType":"any"}}"#
    let (model, _) = try SchemaReader.read(schema(text), version: nil)
    let members = model.containers[model.traces[0].attributes].members
    #expect(members.map { model.words.text($0.name) } == ["a", "b", "c", "d"])
    #expect(members[0].node == members[1].node)
    #expect(members[2].node == members[3].node)
  }

  @Test func tellsListsFromContainers() throws {
    let text =
      #""points":{"role":"object","items":{"point":{"x":{"valType":"any"},"role":"object"}}},"#
      + #""box":{"role":"object","items":{"valType":"number"},"other":{"valType":"any"}},"#
      + #""role":"object","description":{"valType":"string"},"editType":"calc","_deprecated":{"old":{"valType":"any"}}"#
    let (model, _) = try SchemaReader.read(schema(text), version: nil)
    let members = model.containers[model.traces[0].attributes].members
    #expect(members.map { model.words.text($0.name) } == ["box", "description", "points"])
    guard case .container = members[0].node, case .attribute = members[1].node, case .list = members[2].node else {
      Issue.record("not a container, an attribute and a list: \(members)")
      return
    }
  }

  @Test func readsWhatTheServiceSends() throws {
    let inner = String(decoding: schema(#""x":{"valType":"any"}"#), as: UTF8.self)
    let (model, _) = try SchemaReader.read(
      Array(#"{"sha1":"0a","modified":true,"schema":\#(inner)}"#.utf8), version: nil)
    #expect(model.traces.count == 1)
  }

  @Test func readsItemsOfEveryForm() throws {
    let text =
      #""a":{"valType":"info_array","items":{"valType":"number"}},"#
      + #""b":{"valType":"info_array","items":[{"valType":"number"},{"valType":"any"}],"freeLength":true},"#
      + #""c":{"valType":"info_array","dimensions":2,"items":[[{"valType":"any"}],{"valType":"number"}]},"#
      + #""d":{"valType":"info_array","dimensions":"1-2","items":{"valType":"any"}}"#
    let (model, _) = try SchemaReader.read(schema(text), version: nil)
    let number = try #require(model.attributes.firstIndex(of: SchemaAttribute(.number)))
    let any = try #require(model.attributes.firstIndex(of: SchemaAttribute(.any)))
    let items = model.containers[model.traces[0].attributes].members.compactMap { member -> SchemaAttribute.Items? in
      guard case .attribute(let index) = member.node else { return nil }
      return model.attributes[index].items
    }
    #expect(
      items == [
        .same(number), .list([.one(number), .one(any)]), .list([.several([any]), .one(number)]), .same(any),
      ])
  }

  @Test func takesTheLastOfEqualKeys() throws {
    let (model, warnings) = try SchemaReader.read(
      schema(#""x":{"valType":"any"},"\u0078":{"valType":"number"}"#), version: nil)
    #expect(model.containers[model.traces[0].attributes].members.count == 1)
    #expect(
      warnings.map(\.description).contains {
        $0.hasSuffix("traces.dot.attributes: 'x' is there more than once: the last one counts")
      })
    guard case .attribute(let index) = model.containers[model.traces[0].attributes].members[0].node else { return }
    #expect(model.attributes[index].valType == .number)
  }

  @Test(arguments: [
    (#""x":{"valType":"foo"}"#, "traces.dot.attributes.x: unknown valType 'foo'"),
    (#""a":{"b":{"valType":"enumerated"}}"#, "traces.dot.attributes.a.b: 'values' is missing"),
    (#""a":{"valType":"flaglist"}"#, "traces.dot.attributes.a: 'flags' is missing"),
    (#""a":{"valType":"enumerated","values":7}"#, "traces.dot.attributes.a.values: expected an array"),
    (#""a":{"valType":"number","min":"0"}"#, "traces.dot.attributes.a.min: expected a finite number"),
    (#""a":{"valType":"number","max":1e999}"#, "traces.dot.attributes.a.max: expected a finite number"),
    (#""a":{"valType":"number","arrayOk":1}"#, "traces.dot.attributes.a.arrayOk: expected true or false"),
    (
      #""a":{"valType":"info_array","items":[{"valType":"any"},[{"x":1}]]}"#,
      "traces.dot.attributes.a.items.1: expected an attribute with a valType"
    ),
    (#""a":{"valType":"info_array","dimensions":3}"#, "traces.dot.attributes.a.dimensions: expected 1, 2 or '1-2'"),
    (#""a":{"role":"object","items":{}}"#, "traces.dot.attributes.a.items: expected a member"),
    (#""a":{"role":"object","items":{"b":1}}"#, "traces.dot.attributes.a.items.b: expected an object"),
  ])
  func namesThePlaceOfAFault(attributes: String, message: String) {
    #expect(error(attributes: attributes)?.description == message)
  }

  @Test(arguments: [
    ("[]", "expected an object"), ("{}", "'traces' is missing"), (#"{"traces":[]}"#, "traces: expected an object"),
    (#"{"traces":{}}"#, "traces: expected a trace type"),
    (#"{"traces":{"a":1}}"#, "traces.a: expected an object"),
    (#"{"traces":{"a":{}}}"#, "traces.a: 'attributes' is missing"),
    (#"{"traces":{"a":{"attributes":{}}}}"#, "'layout' is missing"),
    (#"{"traces":{"a":{"attributes":{}}},"layout":{}}"#, "layout: 'layoutAttributes' is missing"),
    (#"{"traces":{"a":{"attributes":{}},"a":{"attributes":{}}}}"#, "traces: 'a' is defined twice"),
    ("", "not JSON at byte 0"), (#"{"traces":"#, "not JSON at byte 10"), ("{} x", "not JSON at byte 3"),
  ])
  func refusesWhatIsNoSchema(text: String, message: String) {
    #expect(error(text)?.description == message)
  }

  @Test func boundsTheNesting() {
    let deep = String(repeating: #"{"a":"#, count: 100_000)
    guard case .notJSON(let error)? = error(deep)?.problem else {
      Issue.record("a text that never ends is no schema")
      return
    }
    #expect(error.kind == .tooDeep(limit: SchemaReader.maximumDepth))
    let attributes = String(repeating: #""a":{"#, count: 120) + String(repeating: "}", count: 120)
    #expect(self.error(attributes: attributes) == nil)
  }

  @Test func boundsTheLength() {
    let long = Array(repeating: UInt8(ascii: " "), count: SchemaReader.maximumLength + 1)
    do throws(SchemaError) {
      _ = try SchemaReader.read(long, version: nil)
      Issue.record("too long a text was read")
    } catch {
      #expect(error.problem == .tooLarge(limit: SchemaReader.maximumLength))
    }
  }

  @Test func warnsOfWhatItPassesOver() throws {
    let text = #""a":{"b":{"valType":"number","unit":"px"},"c":{"valType":"enumerated","values":[[1],2]}}"#
    let (_, warnings) = try SchemaReader.read(schema(text), version: nil)
    #expect(
      warnings.map(\.description) == [
        "traces.dot.attributes.a.b: 'unit' of an attribute is not known",
        "traces.dot.attributes.a.c: a listed value that is an array or an object is never met",
      ])
  }

  /// Whatever the text, the answer is a schema or an error.
  @Test func survivesDamage() throws {
    let sound = schema(
      #""a":{"valType":"info_array","items":[[{"valType":"any","values":["x",1,null]}]]},"b":{"role":"object","items":{"c":{}}}"#
    )
    var random = SeededRandom(seed: 7)
    for _ in 0..<2000 {
      var text = sound
      for _ in 0...(random.next() % 3) {
        text[Int(random.next() % UInt64(text.count))] = UInt8(truncatingIfNeeded: random.next())
      }
      if random.next() % 4 == 0 { text.removeLast(Int(random.next() % UInt64(text.count))) }
      _ = try? SchemaReader.read(text, version: nil)
    }
  }
}
