import PlotSchema
import SchemaCompiler
import Testing
import ValidationTree

@Suite struct BundledTreeTests {
  @Test func isWhatTheSnapshotsCompileTo() throws {
    let inputs = try Files.snapshots().map {
      TreeCompiler.Input(try SnapshotReader.read($0.bytes), orNamed: $0.version)
    }
    let output = try TreeCompiler.compile(inputs.reversed())
    #expect(output.warnings.isEmpty)
    // `figlint schema compile SchemaSnapshots --output SchemaSnapshots/bundled.tree` renews it.
    #expect(output.block == (try Files.bundledTree()))
  }

  @Test func isTheEmbeddedOne() throws {
    let file = try ValidationTree(copying: Files.bundledTree())
    let embedded = ValidationTree.bundled
    #expect(embedded.contentHash == file.contentHash)
    #expect(embedded.byteCount == file.byteCount)
    #expect(embedded.byteCount <= 500_000)
  }

  @Test func holdsEverySnapshotOldestFirst() throws {
    let versions = try Files.snapshots().compactMap { PlotlyVersion($0.version) }.sorted()
    #expect(ValidationTree.bundled.versionNames == versions.map(\.description))
    #expect(ValidationTree.bundled.allVersions.count == versions.count)
  }

  @Test func knowsWhatIsSpecialAboutVersions() throws {
    let tree = ValidationTree.bundled
    let resolver = TargetResolver(tree)
    let expected: [(String, VersionTraits)] = [
      ("1.58.4", .transforms), ("2.27.0", .transforms), ("2.29.1", [.transforms, .typedArrays]),
      ("2.35.2", [.transforms, .typedArrays]), ("3.7.0", .typedArrays), ("4.0.0", [.typedArrays, .modernColours]),
    ]
    for (version, traits) in expected { #expect(tree.traits(try resolver.index(of: version)) == traits, "\(version)") }
    #expect(tree.traits(-1) == [] && tree.traits(64) == [])
  }

  /// The tree says of every version what its snapshot says: no name more, no name less, the same definitions.
  @Test(arguments: try Files.snapshots().map(\.version))
  func agreesWithTheSnapshot(version: String) throws {
    let bytes = try #require(try Files.snapshots().first { $0.version == version }).bytes
    let schema = try SnapshotReader.read(bytes)
    let index = try TargetResolver(.bundled).index(of: version)
    var comparison = TreeComparison(schema, .bundled, version: index)
    comparison.compareAll()
    #expect(comparison.faults.isEmpty)
    #expect(comparison.comparedPlaces > 3000)
  }

  /// The same of a tree that holds nothing else.
  @Test(arguments: ["1.58.4", "4.1.1"])
  func aTreeOfOneVersionAgreesToo(version: String) throws {
    let bytes = try #require(try Files.snapshots().first { $0.version == version }).bytes
    let schema = try SnapshotReader.read(bytes)
    let tree = try TreeCompiler.tree([TreeCompiler.Input(schema, orNamed: "x")])
    #expect(tree.versionNames == [version])
    var comparison = TreeComparison(schema, tree, version: 0)
    comparison.compareAll()
    #expect(comparison.faults.isEmpty)
  }

  @Test func knowsContributions() throws {
    let tree = ValidationTree.bundled
    let latest = try TargetResolver(tree).index(of: "latest")
    let barmode = try #require(tree.word("barmode"))
    let polar = try #require(tree.word("polar"))
    func types(_ list: ContributionList) -> [String] {
      (0..<list.count).map { tree.contribution(list, at: $0) }
        .filter { $0.variant.versions.contains(VersionSet(version: latest)) }
        .flatMap { contribution in
          tree.edges(of: tree.traces).filter {
            contribution.types.contains(TraceTypeSet(ordinal: tree.ordinal(of: $0, in: tree.traces)))
          }
        }
        .map { tree.text(tree.word(of: $0)) }
    }
    #expect(types(tree.contributions(barmode)) == ["bar", "histogram"])
    #expect(types(tree.contributions(barmode, inside: polar)) == ["barpolar"])
    #expect(tree.contributions(polar).isEmpty)
  }
}
