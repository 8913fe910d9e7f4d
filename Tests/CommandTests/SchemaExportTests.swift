import Foundation
import TestSupport
import Testing

/// `figlint schema export --json-schema`. Whether its verdicts are right is judged by other validators:
/// `Tests/Interop/json-schema.py`.
@Suite struct SchemaExportTests {
  /// A schema with one of each thing.
  private static let small = """
    {"traces": {
      "scatter": {"type": "scatter", "attributes": {"type": "scatter",
        "x": {"valType": "data_array"},
        "mode": {"valType": "flaglist", "flags": ["lines", "markers"], "extras": ["none"]},
        "xaxis": {"valType": "subplotid", "dflt": "x"},
        "marker": {"role": "object", "size": {"valType": "number", "min": 0, "dflt": 6, "arrayOk": true},
          "color": {"valType": "color", "arrayOk": true}}},
        "layoutAttributes": {"scattermode": {"valType": "enumerated", "values": ["group", "overlay"], "dflt": "overlay"}}},
      "bar": {"type": "bar", "attributes": {"type": "bar",
        "marker": {"role": "object", "size": {"valType": "number", "min": 0, "dflt": 6, "arrayOk": true},
          "color": {"valType": "color", "arrayOk": true}}}}},
     "layout": {"layoutAttributes": {
       "xaxis": {"role": "object", "_isSubplotObj": true,
         "range": {"valType": "info_array", "items": [{"valType": "any"}, {"valType": "number"}]},
         "tickangle": {"valType": "angle", "dflt": "auto"},
         "anchor": {"valType": "enumerated", "values": ["free", "/^y([2-9]|[1-9][0-9]+)?$/"]}},
       "annotations": {"role": "object", "items": {"annotation": {"role": "object", "text": {"valType": "string"}}}}}},
     "frames": {"items": {"frames_entry": {"name": {"valType": "string"}}}},
     "config": {"responsive": {"valType": "boolean", "dflt": false}},
     "animation": {}}
    """

  private func export(_ arguments: String...) throws -> [String: Any] {
    try Program.run(["schema", "export"] + arguments + ["--json-schema"]).json()
  }

  @Test(arguments: ["2020-12", "7"]) func writesEachThingOfASmallSchema(draft: String) throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.small, to: "small.json")
    let ending = try Program.run(
      ["schema", "export", "small.json", "--json-schema", "--draft", draft], in: directory.path)
    #expect(ending.errors == "")
    try expectGolden("schema-export-\(draft)", ending.output)
  }

  @Test(arguments: ["1.58.4", "4.1.1"]) func refersToWhatItDefines(version: String) throws {
    let schema = try export(version)
    let definitions = try #require(schema["$defs"] as? [String: Any])
    var references: Set<String> = []
    func collect(_ value: Any) {
      if let members = value as? [String: Any] {
        if let reference = members["$ref"] as? String { references.insert(reference) }
        members.values.forEach(collect)
      } else if let elements = value as? [Any] {
        elements.forEach(collect)
      }
    }
    collect(schema)
    let names = Set(references.map { $0.replacing("#/$defs/", with: "") })
    #expect(names.subtracting(definitions.keys).isEmpty)
    // A version may have no attribute that needs these.
    #expect(Set(definitions.keys).subtracting(names).subtracting(["nonNegativeText", "integerText"]).isEmpty)
  }

  @Test func writesTheSameEachTimeAndWithinBounds() throws {
    for version in ["1.58.4", "2.35.2", "4.1.1"] {
      let text = try Program.run("schema", "export", version, "--json-schema").output
      #expect(try Program.run("schema", "export", version, "--json-schema").output == text)
      #expect(text.utf8.count < 400_000)
    }
  }

  @Test func leavesOutTraceTypesThatNobodyAskedFor() throws {
    let schema = try export("4.1.1", "--trace", "scatter,bar")
    let definitions = try #require(schema["$defs"] as? [String: Any])
    #expect(definitions["bar"] != nil && definitions["pie"] == nil)
    #expect(!definitions.keys.contains { $0.hasPrefix("pie.") })
  }

  @Test func writesToAFile() throws {
    let directory = try TemporaryDirectory()
    let ending = try Program.run(["schema", "export", "--json-schema", "-o", "out.json"], in: directory.path)
    #expect(ending.code == 0 && ending.output == "")
    let text = try String(contentsOfFile: directory.path + "/out.json", encoding: .utf8)
    #expect(text == (try Program.run("schema", "export", "latest", "--json-schema").output))
  }

  @Test func saysWhatIsWrongWithACall() throws {
    let trace = try Program.run("schema", "export", "--json-schema", "--trace", "scater")
    #expect(trace.code == 2)
    #expect(
      trace.errors
        == "error: --trace: plotly.js 4.1.1 has no trace type 'scater'\n  help: did you mean 'scatter'?\n")
    let form = try Program.run("schema", "export")
    #expect(form.code == 2)
    #expect(form.errors == "error: the form is not named\n  help: '--json-schema' is the one there is\n")
    #expect(try Program.run("schema", "export", "9.9", "--json-schema").code == 2)
  }
}
