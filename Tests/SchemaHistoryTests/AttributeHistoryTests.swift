import SchemaCompiler
import SchemaHistory
import Testing
import ValidationTree

@Suite struct AttributeHistoryTests {
  private let tree = ValidationTree.bundled

  private func history(_ path: String) -> AttributeHistory {
    AttributeHistory(NamedPlace(path.split(separator: ".").map(String.init), in: tree).variants, tree)
  }

  private func words(_ versions: VersionSet) -> String { VersionSpans(versions, tree).textWithBounds }

  @Test(arguments: [
    ("scatter.marker.size", "1.58.4 to 4.1.1 (all that are built in)"),
    ("scatter.fillpattern", "2.11.1 to 4.1.1 (not in 2.9.0)"),
    ("scatter.xsrc", "1.58.4 to 3.7.0 (gone in 4.0.0)"),
    ("scatter.fillpattern.shapesrc", "2.11.1 to 3.7.0 (not in 2.9.0, gone in 4.0.0)"),
    ("area", "1.58.4 (gone in 2.1.0)"),
    // Brought by trace types, into the layout and into a subplot.
    ("layout.barcornerradius", "2.29.1 to 4.1.1 (not in 2.27.0)"),
    ("layout.polar.barmode", "1.58.4 to 4.1.1 (all that are built in)"),
    ("layout.nothing", "no version"),
  ]) func tellsTheVersionsOfAnAttribute(path: String, expected: String) {
    #expect(words(history(path).versions) == expected)
  }

  @Test func tellsTheVersionsOfEachValue() {
    let mode = history("layout.xaxis.tickmode")
    #expect(mode.values.map(\.text) == [#""auto""#, #""linear""#, #""array""#, #""sync""#])
    #expect(mode.changingValues.map(\.text) == [#""sync""#])
    #expect(mode.changingValues.map { words($0.versions) } == ["2.18.2 to 4.1.1 (not in 2.17.1)"])
    let zoom = history("config.scrollZoom").changingValues
    #expect(
      zoom.map { "\($0.text) \(words($0.versions))" } == [
        #""map" 2.35.2 to 4.1.1 (not in 2.34.0)"#, #""mapbox" 1.58.4 to 3.7.0 (gone in 4.0.0)"#,
      ])
    #expect(history("scatter.marker.size").values.isEmpty)
    // The values of a text are advice, which nobody checks.
    #expect(history("layout.xaxis.title.font.family").values.isEmpty)
  }

  @Test func joinsSpansWithGaps() throws {
    let with = SmallSchema.text(dot: #""a":{"valType":"any"}"#)
    let without = SmallSchema.text()
    let tree = try SmallSchema.versions(with, with, without, with, without)[0].tree
    let spans = VersionSpans(NamedPlace(["dot", "a"], in: tree).versions, tree)
    #expect(spans.text == "1.0.0 to 2.0.0 and 4.0.0")
    #expect(spans.textWithBounds == "1.0.0 to 2.0.0 and 4.0.0 (gone in 5.0.0)")
  }

  @Test func countsWhatASchemaHolds() throws {
    let text = SmallSchema.text(
      dot: #""a":{"valType":"any"},"b":{"c":{"valType":"any"},"d":{"valType":"number"}}"#,
      layout: #""b":{"c":{"valType":"any"},"d":{"valType":"number"}},"#
        + #""l":{"role":"object","items":{"i":{"p":{"valType":"info_array","items":[{"valType":"color"}]}}}}"#,
      more: #","bar":{"attributes":{},"layoutAttributes":{"gap":{"valType":"any"}}},"#
        + #""box":{"attributes":{},"layoutAttributes":{"gap":{"valType":"any"}}}"#)
    let statistics = SchemaStatistics(try SmallSchema.versions(text)[0])
    #expect(statistics.traceTypes == 3 && statistics.transformTypes == 0)
    #expect(statistics.places.attributes == 7)
    #expect(statistics.places.lists == 1)
    #expect(statistics.places.byType[Int(ValType.any.rawValue)] == 4)
    // any, number, info_array, color
    #expect(statistics.distinctAttributes == 4)
  }

  @Test func findsWhatTraceTypesBring() throws {
    let members = NamedPlace(["layout"], in: tree).members
    let mode = try #require(members.first { $0.names.last == "barmode" })
    #expect(mode.traceTypeNames == ["bar", "histogram"])
    #expect(members.map { $0.names[1] } == members.map { $0.names[1] }.sorted())
    #expect(NamedPlace(["layout", "polar"], in: tree).members.contains { $0.names.last == "barmode" })
  }
}
