import Foundation
import TestSupport
import Testing

/// `figlint schema list`, `show`, `diff`, `stats`, and what `explain` tells of attributes.
@Suite struct SchemaCommandTests {
  private static let snapshots = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "SchemaSnapshots").path

  @Test(arguments: [
    ("schema-diff-3", "schema diff 2.35.2 3.7.0"), ("schema-diff-4", "schema diff 3.7.0 4.1.1"),
    ("schema-diff-only", "schema diff 2.35.2 3.7.0 --only layout.legend --all"),
    ("schema-show", "schema show scatter.marker --depth 2"), ("schema-show-frames", "schema show frames"),
    ("schema-stats", "schema stats 4.1.1"), ("explain-attribute", "explain layout.xaxis.tickmode"),
    ("explain-object", "explain layout.legend"), ("explain-brought", "explain layout.barmode"),
    ("explain-values", "explain config.scrollZoom"),
  ]) func readsWell(golden: String, line: String) throws {
    let ending = try Program.run(line.split(separator: " ").map(String.init))
    #expect(ending.code == 0 && ending.errors == "")
    try expectGolden(golden, ending.output)
  }

  // MARK: - diff

  @Test func tellsByTheExitCodeWhetherSchemasDiffer() throws {
    #expect(try Program.run("schema", "diff", "3.7.0", "4.0.0").code == 0)
    #expect(try Program.run("schema", "diff", "3.7.0", "4.0.0", "--exit-code").code == 1)
    let same = try Program.run("schema", "diff", "4", "4.1.1", "--exit-code")
    #expect(same.code == 0)
    #expect(same.output == "4.1.1 and 4.1.1 do not differ\n")
    #expect(
      try Program.run("schema", "diff", "3.7.0", "4.0.0", "--exit-code", "--only", "scatter.marker.size").code == 0)
  }

  @Test func comparesFilesLikeVersions() throws {
    let versions = try Program.run("schema", "diff", "3.6.0", "4.0.0", "--all", "--json").json()
    let files = try Program.run(
      "schema", "diff", Self.snapshots + "/3.6.0.json", Self.snapshots + "/4.0.0.json", "--all", "--json"
    ).json()
    #expect(files["from"] as? String == Self.snapshots + "/3.6.0.json")
    for key in ["summary", "changes"] {
      #expect((versions[key] as? NSObject) == (files[key] as? NSObject))
    }
    #expect(try Program.run("schema", "diff", "4.0.0", Self.snapshots + "/4.0.0.json", "--exit-code").code == 0)
  }

  @Test func countsWhatItLists() throws {
    let short = try Program.run("schema", "diff", "3.7.0", "4.1.1", "--json").json()
    let long = try Program.run("schema", "diff", "3.7.0", "4.1.1", "--json", "--all").json()
    #expect((short["summary"] as? NSObject) == (long["summary"] as? NSObject))
    let summary = try #require(long["summary"] as? [String: [String: Int]])
    let changes = try #require(long["changes"] as? [[String: Any]])
    for action in ["added", "removed", "changed"] {
      let attributes = changes.filter { $0["change"] as? String == action && $0["kind"] as? String == "attribute" }
      #expect(attributes.count == summary["attributes"]?[action])
    }
  }

  @Test func findsOneAttributeOfWhatWentAsAWhole() throws {
    let report = try Program.run("schema", "diff", "3", "4", "--only", "layout.mapbox.style", "--json").json()
    let changes = try #require(report["changes"] as? [[String: Any]])
    #expect(changes.count == 1)
    #expect(changes.first?["path"] as? String == "layout.mapbox.style")
    #expect(changes.first?["change"] as? String == "removed")
  }

  // MARK: - show, list, stats

  @Test func showsPlacesAsJSON() throws {
    let size = try Program.run("schema", "show", "scatter.marker.size", "--json").json()
    #expect(size["kind"] as? String == "attribute")
    #expect((size["definition"] as? [String: Any])?["dflt"] as? Int == 6)
    #expect(size["versions"] as? [[String]] == [["1.58.4", "4.1.1"]])
    let all = try Program.run("schema", "show", "--json", "--depth", "3").json()
    let members = try #require(all["members"] as? [String: [String: Any]])
    #expect(members["frames"]?["kind"] as? String == "list")
    #expect(members["scatter"]?["members"] != nil)
    let layout = try Program.run("schema", "show", "layout", "--json").json()
    let mode = (layout["members"] as? [String: [String: Any]])?["barmode"]
    #expect(mode?["traceTypes"] as? [String] == ["bar", "histogram"])
  }

  @Test(arguments: [
    ("schema show scatter.marker.sise", "did you mean 'scatter.marker.size'?"),
    ("schema show scater", "did you mean 'scatter'?"), ("schema show layout.barmod", "did you mean 'layout.barmode'?"),
    ("schema show layout.mapbox", "known from 1.58.4 to 3.7.0"),
    ("schema show scatter.x.y", "'scatter.x' is an attribute"),
    ("schema diff 3 4 --only scater", "did you mean 'scatter'?"), ("schema diff 3 4 --only .", "attributes begin with"),
    ("schema diff 3 99", "the nearest is 4.1.1"), ("schema stats nothing.json", "nothing.json"),
    ("explain layout.xaxis.titel", "did you mean 'layout.xaxis.title'?"), ("explain layot", "did you mean 'layout'?"),
  ]) func helpsWithWhatIsNotThere(line: String, help: String) throws {
    let ending = try Program.run(line.split(separator: " ").map(String.init))
    #expect(ending.code == 2 && ending.output == "")
    #expect(ending.errors.contains(help))
  }

  @Test func listsVersions() throws {
    let text = try Program.run("schema", "list")
    let report = try Program.run("schema", "list", "--json").json()
    let schemas = try #require(report["schemas"] as? [[String: Any]])
    #expect(text.lines.count == schemas.count + 1)
    #expect(schemas.first?["plotly.js"] as? String == "4.1.1")
    #expect(schemas.allSatisfy { $0["origin"] as? String == "built in" && $0["attributes"] as? Int ?? 0 > 5000 })
    let newest = try Program.run("schema", "stats", "--json").json()
    for key in ["plotly.js", "traceTypes", "attributes"] {
      #expect((newest[key] as? NSObject) == (schemas.first?[key] as? NSObject))
    }
  }

  @Test func escapesNamesOfOthers() throws {
    let directory = try TemporaryDirectory()
    let name = #"\u001b[31m"#
    try directory.write(
      #"{"traces":{"\#(name)":{"attributes":{"\#(name)":{"valType":"any","dflt":"\#(name)"}}}},"#
        + #""layout":{"layoutAttributes":{}},"frames":{"items":{"f":{}}},"config":{},"animation":{}}"#, to: "s.json")
    for line in ["schema show -t s.json --depth 3", "schema diff 4.1.1 s.json --all", "schema stats s.json"] {
      let ending = try Program.run(line.split(separator: " ").map(String.init), in: directory.path)
      #expect(ending.code == 0)
      #expect(!ending.output.contains("\u{1b}"))
    }
  }

  @Test(arguments: [
    ("", "not JSON at byte 0"), ("[]", "expected an object"), ("{}", "'traces' is missing"),
    (#"{"traces":{"a":{"attributes":{"b":{"valType":"c"}}}}}"#, "traces.a.attributes.b: unknown valType 'c'"),
  ]) func saysWhyAFileIsNoSchema(text: String, why: String) throws {
    let directory = try TemporaryDirectory()
    try directory.write(text, to: "s.json")
    for line in ["schema stats s.json", "schema show -t s.json", "schema diff 4 s.json", "check -t s.json ."] {
      let ending = try Program.run(line.split(separator: " ").map(String.init), in: directory.path)
      #expect(ending.code == 2)
      #expect(ending.errors.contains("'s.json' is no plot-schema: \(why)"))
    }
  }
}
