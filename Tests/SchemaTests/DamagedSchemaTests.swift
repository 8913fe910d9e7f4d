import JSONCore
import PlotSchema
import SchemaCompiler
import TestSupport
import Testing
import ValidationTree

/// Schemas and snapshots that are broken, lie, or are made to do harm: the answer is an error, or a schema that can be used.
@Suite struct DamagedSchemaTests {
  /// A schema with something of every kind.
  private static let sound = Array(
    #"""
    {"traces":{"dot":{"categories":["a"],"animatable":true,"attributes":{"type":"dot",
    "n":{"valType":"number","min":0,"max":10,"dflt":1,"arrayOk":true},"i":{"valType":"integer","extras":["all"],"dflt":2},
    "e":{"valType":"enumerated","values":["a","b",1,true,null,"/^x([2-9]|[1-9][0-9]+)?( domain)?$/"],"dflt":"a"},
    "f":{"valType":"flaglist","flags":["p","q"],"extras":["none"],"dflt":"p+q"},"b":{"valType":"boolean","dflt":false},
    "r":{"valType":"info_array","dimensions":2,"items":[[{"valType":"any"},{"valType":"color"}],{"valType":"string"}]},
    "u":{"valType":"info_array","freeLength":true,"items":{"valType":"data_array"},"dflt":[1,2]},
    "s":{"valType":"string","strict":true,"noBlank":true,"dflt":"t"},"subplot":{"valType":"subplotid","dflt":"polar",
    "regex":"/^polar([2-9]|[1-9][0-9]+)?$/"},"c":{"role":"object","l":{"role":"object","items":{"m":{"role":"object",
    "x":{"valType":"angle"},"y":{"valType":"colorscale"}}}},"z":{"valType":"colorlist"}}},
    "layoutAttributes":{"gap":{"valType":"number"}}}},"transforms":{"t":{"attributes":{"o":{"valType":"any"}}}},
    "layout":{"layoutAttributes":{"polar":{"_isSubplotObj":true,"role":"object","w":{"valType":"any"}}}},
    "frames":{"items":{"frame":{"group":{"valType":"string"}}}},"config":{"k":{"valType":"boolean"}},
    "animation":{"m":{"valType":"any"}}}
    """#.utf8)

  private static let lies = [
    "null", "true", "0", "-1", "1.5", "1e308", "1e999", #""""#, #""x""#, #""/""#, #""//""#, #""/^(a+)+$/""#, "[]", "{}",
    "[[]]", "[null]", #"{"valType":"any"}"#, #"{"valType":"info_array","items":{"valType":"foo"}}"#, #"["a","a"]"#,
    #"{"role":"object","items":{"i":{}}}"#, "[[[[1]]]]",
  ]

  /// `text` with some values replaced by others, some bytes changed, or both.
  private static func damaged(_ text: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var text = text
    for _ in 0...random.number(0...2) {
      let ranges = text.withInputBytes { bytes -> [Range<Int>] in
        guard let tape = try? JSONTape(bytes) else { return [] }
        return tape.nodes.indices.map { index in
          let range = tape.range(index)
          return tape.kind(index) == .string ? range.lowerBound - 1..<range.upperBound + 1 : range
        }
      }
      if let range = ranges.randomElement(using: &random), random.number(0...3) > 0 {
        text.replaceSubrange(range, with: Array(random.element(of: lies).utf8))
      } else {
        text = random.mutated(text)
      }
    }
    return text
  }

  @Test func answersToEveryDamagedSchema() throws {
    var random = SeededRandom(seed: 41)
    var usable = 0
    for _ in 0..<2000 {
      let text = Self.damaged(Self.sound, &random)
      guard let (schema, _) = try? SchemaReader.read(text, version: "1.2.3") else { continue }
      usable += 1
      // What is read can be written, read again and compiled, alone and beside the sound one.
      let snapshot = SnapshotWriter.write(schema)
      #expect(try SnapshotWriter.write(SnapshotReader.read(snapshot)) == snapshot)
      let original = try SchemaReader.read(Self.sound, version: "1.0.0").schema
      let tree = try TreeCompiler.tree([
        TreeCompiler.Input(schema, orNamed: ""), TreeCompiler.Input(original, orNamed: ""),
      ])
      #expect(tree.versionCount == 2)
    }
    // Damage that leaves nothing would prove nothing.
    #expect(usable > 200)
  }

  @Test func answersToEveryDamagedSnapshot() throws {
    let sound = SnapshotWriter.write(try SchemaReader.read(Self.sound, version: "1.2.3").schema)
    var random = SeededRandom(seed: 42)
    for _ in 0..<2000 {
      guard let schema = try? SnapshotReader.read(Self.damaged(sound, &random)) else { continue }
      _ = try? TreeCompiler.tree([TreeCompiler.Input(schema, orNamed: "damaged")])
    }
  }

  @Test(arguments: [
    (#"{"valType":"number","min":2,"max":1}"#, "'min' is above 'max': no number is accepted"),
    (#"{"valType":"enumerated","values":[]}"#, "'values' is empty: no value is accepted"),
    (#"{"valType":"flaglist","flags":[]}"#, "'flags' is empty: no value is accepted"),
    (#"{"valType":"boolean","dflt":"true"}"#, "'dflt' is not a value that the attribute accepts"),
    (#"{"valType":"number","max":1,"dflt":2}"#, "'dflt' is not a value that the attribute accepts"),
    (#"{"valType":"integer","dflt":1.5}"#, "'dflt' is not a value that the attribute accepts"),
    (#"{"valType":"enumerated","values":["a"],"dflt":"b"}"#, "'dflt' is not a value that the attribute accepts"),
    (#"{"valType":"flaglist","flags":["a"],"dflt":"a+b"}"#, "'dflt' is not a value that the attribute accepts"),
    (#"{"valType":"data_array","dflt":5}"#, "'dflt' is not a value that the attribute accepts"),
  ]) func warnsOfDefinitionsThatLie(definition: String, message: String) throws {
    let text = String(decoding: Self.sound, as: UTF8.self).replacing(#"{"valType":"angle"}"#, with: definition)
    let (_, warnings) = try SchemaReader.read(Array(text.utf8), version: nil)
    #expect(warnings.map(\.description) == ["traces.dot.attributes.c.l.x: \(message)"])
  }

  @Test(arguments: [
    #"{"valType":"number","dflt":"auto"}"#, #"{"valType":"number","dflt":false}"#, #"{"valType":"number","dflt":"2"}"#,
    #"{"valType":"number","dflt":null}"#, #"{"valType":"number","arrayOk":true,"dflt":[1]}"#,
    #"{"valType":"integer","extras":["all"],"dflt":"all"}"#, #"{"valType":"enumerated","values":["/^x$/"],"dflt":"x"}"#,
    #"{"valType":"flaglist","flags":["a","b"],"extras":["none"],"dflt":"none"}"#,
    #"{"valType":"flaglist","flags":["a","b"],"dflt":"b+a"}"#,
  ]) func leavesDefaultsAloneThatPlotlyHasToo(definition: String) throws {
    let text = String(decoding: Self.sound, as: UTF8.self).replacing(#"{"valType":"angle"}"#, with: definition)
    #expect(try SchemaReader.read(Array(text.utf8), version: nil).warnings.isEmpty)
  }

  @Test func saysThatANestingIsTooDeep() {
    let deep = String(repeating: #"{"a":"#, count: 1000)
    #expect(throws: SchemaError.self) { try SchemaReader.read(Array(deep.utf8), version: nil) }
    do throws(SchemaError) {
      _ = try SchemaReader.read(Array(deep.utf8), version: nil)
    } catch {
      #expect(error.description == "more than 128 levels of nesting at byte 640")
    }
  }

  /// References of a snapshot point backwards, but a few of them can spell out more than there is memory for.
  @Test(arguments: [
    (1000, "{a"), (100, "{a,b"),
  ]) func refusesSnapshotsThatSpellOutTooMuch(count: Int, names: String) throws {
    let members = names == "{a" ? ["a"] : ["a", "b"]
    var containers = [#""c0":{"a":"n"}"#]
    for index in 1..<count {
      let references = members.map { #""\#($0)":"{c\#(index - 1)}""# }
      containers.append(#""c\#(index)":{\#(references.joined(separator: ","))}"#)
    }
    let last = "{c\(count - 1)}"
    let text =
      "{\n\"format\":\"figlint schema snapshot 1\",\n"
      + #""source":{"bytes":1,"fnv1a":"0"},"attributes":{"n":{"valType":"any"}},"containers":{"#
      + containers.joined(separator: ",") + #"},"traces":{"t":{"attributes":"\#(last)"}},"layout":"\#(last)"}"#
    do throws(SchemaError) {
      _ = try SnapshotReader.read(Array(text.utf8))
      Issue.record("the snapshot was read")
    } catch {
      #expect(error.problem == .tooManyPlaces)
      #expect(error.path.first == "containers")
    }
  }
}
