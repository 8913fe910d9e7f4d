import Testing
import ValidationTree

@Suite struct VersionTests {
  private let number = #""a":{"valType":"number"}"#

  @Test func aDefinitionOfAllVersionsIsOne() throws {
    let tree = try SmallSchema.tree(SmallSchema.text(dot: number), SmallSchema.text(dot: number))
    let edge = try #require(tree.edge(tree.dot, named: "a"))
    #expect(tree.variants(edge).map(\.versions) == [.everywhere])
    #expect(tree.soleNode(of: edge)?.kind == .attribute)
    #expect(tree.versionNames == ["1.0.0", "2.0.0"])
  }

  @Test func definitionsThatDifferAreVariants() throws {
    let string = #""a":{"valType":"string"}"#
    let tree = try SmallSchema.tree(
      SmallSchema.text(dot: number), SmallSchema.text(dot: string), SmallSchema.text(), SmallSchema.text(dot: number))
    let edge = try #require(tree.edge(tree.dot, named: "a"))
    let variants = tree.variants(edge)
    #expect(variants.map(\.versions.rawValue) == [0b1001, 0b0010])
    #expect(variants.map { tree.attribute($0.node.attribute).valType } == [.number, .string])
    #expect(tree.soleNode(of: edge) == nil)
    #expect(tree.node(of: edge, inVersion: 2) == nil)
    #expect(tree.versions(of: edge).rawValue == 0b1011)
  }

  @Test func containersAreMergedAndKindsKeptApart() throws {
    let tree = try SmallSchema.tree(
      SmallSchema.text(dot: #""a":{"role":"object","b":{"valType":"any"}}"#),
      SmallSchema.text(dot: #""a":{"role":"object","c":{"valType":"any"}}"#),
      SmallSchema.text(dot: #""a":{"role":"object","items":{"x":{"b":{"valType":"any"}}}}"#),
      SmallSchema.text(dot: #""a":{"role":"object","_isSubplotObj":true,"b":{"valType":"any"}}"#))
    let variants = tree.variants(try #require(tree.edge(tree.dot, named: "a")))
    #expect(variants.map(\.versions.rawValue) == [0b0011, 0b0100, 0b1000])
    #expect(variants.map(\.node.kind) == [.container, .list, .container])
    #expect(variants.map { tree.isSubplot($0.node.container) } == [false, false, true])
    let merged = variants[0].node.container
    #expect(tree.edges(of: merged).map { tree.text(tree.word(of: $0)) } == ["b", "c"])
    let b = try #require(tree.edge(merged, named: "b"))
    // Only the versions of the way down count: the others may say anything.
    #expect(tree.versions(of: b).intersection(variants[0].versions).rawValue == 0b0001)
  }

  /// A container that is older than another and otherwise the same takes no room.
  @Test func equalStructuresOfDifferentAgeAreShared() throws {
    let font = #"{"role":"object","size":{"valType":"number"},"color":{"valType":"color"}}"#
    let tree = try SmallSchema.tree(
      SmallSchema.text(dot: #""old":\#(font)"#), SmallSchema.text(dot: #""old":\#(font),"new":\#(font)"#))
    let old = try #require(tree.edge(tree.dot, named: "old").map { tree.variant(of: $0, at: 0) })
    let new = try #require(tree.edge(tree.dot, named: "new").map { tree.variant(of: $0, at: 0) })
    #expect(old.node == new.node)
    #expect(old.versions == .everywhere && new.versions.rawValue == 0b10)
  }

  @Test func contributionsTellTypesAndVersions() throws {
    let dot = #"{"attributes":{},"layoutAttributes":{"mode":{"valType":"any"}}}"#
    let dash =
      #"{"attributes":{"subplot":{"valType":"subplotid","dflt":"disc"}},"layoutAttributes":{"gap":{"valType":"number"},"mode":{"valType":"any"}}}"#
    let tree = try SmallSchema.tree(
      SmallSchema.text(more: #","bar":\#(dot)"#),
      SmallSchema.text(more: #","bar":\#(dot),"box":\#(dot),"dash":\#(dash)"#))
    let mode = try #require(tree.word("mode"))
    let entries = tree.contributions(mode)
    #expect(entries.count == 2)
    // Types in byte order: bar, box, dash, dot.
    #expect(tree.contribution(entries, at: 0).types.rawValue == 0b0001)
    #expect(tree.contribution(entries, at: 0).variant.versions.rawValue == 0b01)
    #expect(tree.contribution(entries, at: 1).types.rawValue == 0b0011)
    #expect(tree.contribution(entries, at: 1).variant.versions.rawValue == 0b10)
    #expect(tree.contribution(entries, at: 2).types == [])
    let gap = tree.contributions(try #require(tree.word("gap")), inside: tree.word("disc"))
    #expect(gap.count == 1 && tree.contribution(gap, at: 0).types.rawValue == 0b0100)
    #expect(tree.contributions(try #require(tree.word("gap"))).isEmpty)
    #expect(tree.contributedNameCount == 3)
  }

  @Test func setsHaveEnds() {
    #expect(VersionSet(first: 64) == .everywhere && VersionSet(first: 100) == .everywhere)
    #expect(VersionSet(first: 0).isEmpty && VersionSet(first: -1).isEmpty)
    #expect(VersionSet(rawValue: 0b0110).oldest == 1 && VersionSet(rawValue: 0b0110).newest == 2)
    #expect(VersionSet().newest == nil && VersionSet().oldest == nil)
  }
}
