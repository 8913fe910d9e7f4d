import SchemaCompiler
import SchemaHistory
import Testing
import ValidationTree

@Suite struct SchemaDiffTests {
  /// The differences between two schemas, in one tree and in two: these must be the same.
  private func changes(_ old: [UInt8], _ new: [UInt8]) throws -> [String] {
    let both = try SmallSchema.versions(old, new)
    let together = SchemaDiff.changes(from: both[0], to: both[1]).map(\.short)
    let apart = try SchemaDiff.changes(from: SmallSchema.versions(old)[0], to: SmallSchema.versions(new)[0]).map(
      \.short)
    #expect(together == apart)
    return together
  }

  @Test func findsNothingWhereNothingDiffers() throws {
    let text = SmallSchema.text(dot: #""a":{"valType":"number","dflt":1e-6},"b":{"c":{"valType":"any"}}"#)
    // Spelled in another way, and with what does not bear on values.
    let same = SmallSchema.text(
      dot: #""b":{"c":{"valType":"any","description":"d"}},"a":{"dflt":0.000001,"valType":"number","min":null}"#
        .replacing(#","min":null"#, with: ""))
    #expect(try changes(text, same) == [])
  }

  @Test func namesWhatCameAndWent() throws {
    let old = SmallSchema.text(dot: #""a":{"valType":"any"},"b":{"x":{"valType":"any"},"y":{"z":{"valType":"any"}}}"#)
    let new = SmallSchema.text(
      dot: #""c":{"valType":"any"},"points":{"role":"object","items":{"point":{"x":{"valType":"any"}}}}"#)
    #expect(
      try changes(old, new) == [
        "- dot.a (attribute 1)", "- dot.b (object 2)", "+ dot.c (attribute 1)", "+ dot.points (list 1)",
      ])
  }

  @Test func namesEachPropertyThatChanged() throws {
    let old = SmallSchema.text(
      dot: #""a":{"valType":"number","min":0,"dflt":1},"b":{"valType":"enumerated","values":["x",1]},"#
        + #""c":{"valType":"info_array","items":[{"valType":"any"}]}"#)
    let new = SmallSchema.text(
      dot:
        #""a":{"valType":"integer","max":1.5,"dflt":"1","arrayOk":true},"b":{"valType":"enumerated","values":["x","1"]},"#
        + #""c":{"valType":"info_array","items":[{"valType":"number"}],"freeLength":true,"dimensions":2}"#)
    #expect(
      try changes(old, new) == [
        #"~ dot.a: valType "number">"integer"; min 0>; dflt 1>"1"; max >1.5; arrayOk >true"#,
        #"~ dot.b: values ["x",1]>["x","1"]"#,
        #"~ dot.c: items [{"valType":"any"}]>[{"valType":"number"}]; dimensions >2; freeLength >true"#,
      ])
  }

  @Test func namesTraceTypesAndTransforms() throws {
    let old = SmallSchema.text(
      more: #","old":{"attributes":{"a":{"valType":"any"}}}"#,
      rest: #","transforms":{"filter":{"attributes":{"a":{"valType":"any"}}}}"#)
    let new = SmallSchema.text(more: #","new":{"attributes":{}}"#)
    #expect(
      try changes(old, new) == ["- old (traceType 1)", "- transforms.filter (transform 1)", "+ new (traceType 0)"])
  }

  @Test func seesWhatBecameAnotherThing() throws {
    let old = SmallSchema.text(layout: #""title":{"valType":"string"},"axis":{"a":{"valType":"any"}}"#)
    let new = SmallSchema.text(
      layout: #""title":{"text":{"valType":"string"}},"axis":{"_isSubplotObj":true,"a":{"valType":"any"}}"#)
    #expect(
      try changes(old, new) == [
        "~ layout.axis: counter false>true", #"~ layout.title: kind "attribute">"object""#,
      ])
    let versions = try SmallSchema.versions(old, new)
    let title = SchemaDiff.changes(from: versions[0], to: versions[1])[1]
    #expect(title.leaves.map(\.short) == ["+ layout.title.text (attribute 1)"])
  }

  @Test func tellsWhichTraceTypesBringAChange() throws {
    func schema(_ gap: String) -> [UInt8] {
      let brought = #""layoutAttributes":{"gap":{\#(gap)}}"#
      return SmallSchema.text(
        more: #","bar":{"attributes":{},\#(brought)},"box":{"attributes":{},\#(brought)},"#
          + #""polarbar":{"attributes":{"subplot":{"valType":"subplotid","dflt":"polar"}},\#(brought)}"#)
    }
    #expect(
      try changes(schema(#""valType":"number""#), schema(#""valType":"number","max":1"#)) == [
        "~ layout.gap: max >1 by bar,box", "~ layout.polar.gap: max >1 by polarbar",
      ])
  }

  @Test func listsTheLeavesOfWhatCameAsAWhole() throws {
    let new = SmallSchema.text(
      dot: #""b":{"y":{"valType":"any"},"points":{"role":"object","items":{"point":{"x":{"valType":"any"}}}}}"#)
    let versions = try SmallSchema.versions(SmallSchema.text(), new)
    let change = try #require(SchemaDiff.changes(from: versions[0], to: versions[1]).first)
    #expect(change.leaves.map(\.short) == ["+ dot.b.points[].x (attribute 1)", "+ dot.b.y (attribute 1)"])
    #expect(change.below(["points"])?.short == "+ dot.b.points (list 1)")
    #expect(change.below(["points", "x"])?.short == "+ dot.b.points[].x (attribute 1)")
    #expect(change.below(["points", "z"]) == nil)
  }

  /// A trace type may be called like a part of the schema.
  @Test func takesAnyNamesOfTraceTypes() throws {
    let odd = SmallSchema.text(
      more: #","layout":{"attributes":{"a":{"valType":"any"}}},"transforms.x":{"attributes":{}}"#,
      rest: #","transforms":{"x":{"attributes":{}}}"#)
    #expect(try changes(odd, odd) == [])
    #expect(try changes(SmallSchema.text(), odd).count == 3)
  }

  /// What comes from one version to another goes on the way back, between all neighbours of the bundled tree.
  @Test func theWayBackUndoesTheWayForth() {
    let tree = ValidationTree.bundled
    for index in 1..<tree.versionCount {
      let (old, new) = (SchemaVersion(tree, index - 1), SchemaVersion(tree, index))
      let forth = SchemaDiff.changes(from: old, to: new)
      let back = SchemaDiff.changes(from: new, to: old)
      #expect(forth.count == back.count)
      #expect(Set(forth.map(\.path)) == Set(back.map(\.path)))
      func total(_ changes: [SchemaChange], _ action: SchemaChange.Action) -> Int {
        changes.filter { $0.action == action }.reduce(0) { $0 + $1.attributeCount }
      }
      #expect(total(forth, .added) == total(back, .removed))
      #expect(total(forth, .removed) == total(back, .added))
      // And the counts of the versions say the same.
      var places = (SchemaPlaces(old), SchemaPlaces(new))
      let counts = (places.0.all().attributes, places.1.all().attributes)
      let transforms = tree.traits(index - 1).contains(.transforms) != tree.traits(index).contains(.transforms)
      if !transforms, forth.allSatisfy({ $0.traceTypes.count < 2 }),
        !forth.contains(where: { $0.properties.first?.name == "kind" })
      {
        #expect(counts.1 - counts.0 == total(forth, .added) - total(forth, .removed))
      }
    }
  }
}
