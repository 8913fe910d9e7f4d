package import JSONCore

/// Plot-schemas compiled to one flat block: what may stand where in a figure, in which plotly.js versions.
///
/// All versions are merged by place: `traces.scatter.marker` is one container with the members of every version, and each
/// member says where it lives. Nothing is parsed when a tree is opened. Every read is checked, so that a damaged block
/// gives wrong answers, never a trap; loops over it are bounded by its size.
///
/// Written by `SchemaCompiler`. How it lies in memory: ``TreeFormat``.
public struct ValidationTree: Sendable {
  @usableFromInline let bytes: TreeBytes
  @inlinable public var sections: Sections { Sections(bytes) }

  /// Opens a tree in memory that is never freed or changed, as one embedded in the executable is. Its hash is not
  /// checked.
  @unsafe
  public init(immortal memory: UnsafeRawBufferPointer) throws(TreeError) {
    try self.init(unsafe TreeBytes(immortal: memory), checkingHash: false)
  }

  /// Opens a copy of `block` and checks its hash. O(length).
  public init(copying block: [UInt8]) throws(TreeError) {
    try self.init(TreeBytes(copying: block), checkingHash: true)
  }

  private init(_ bytes: TreeBytes, checkingHash: Bool) throws(TreeError) {
    guard bytes.u64(0) == TreeFormat.magic else { throw .badMagic }
    guard bytes.u32(8) == TreeFormat.version else { throw .otherFormat(bytes.u32(8)) }
    guard Int(bytes.u32(12)) == bytes.count, Sections(bytes).areSound else { throw .truncated }
    if checkingHash, ValidationTree.contentHash(of: bytes) != bytes.u64(16) { throw .badHash }
    self.bytes = bytes
  }

  /// A tree of nothing: no version, no word. Stands in where none can be had.
  public static var empty: ValidationTree { ValidationTree() }

  private init() { bytes = TreeBytes(copying: []) }

  private static func contentHash(of bytes: TreeBytes) -> UInt64 {
    KeyHash(bytes.input, min(TreeFormat.hashedFrom, bytes.count)..<bytes.count).value
  }

  /// The hash of the content, as its header tells it: equal trees have equal ones.
  public var contentHash: UInt64 { bytes.u64(16) }

  /// The size of the block in bytes.
  public var byteCount: Int { bytes.count }

  /// A copy of the block.
  public var block: [UInt8] { bytes.input.copy(0..<bytes.count) }
}

// MARK: - Versions

extension ValidationTree {
  /// How many versions the tree holds, at most 64. Index 0 is the oldest.
  @inlinable public var versionCount: Int { min(sections.versions.count, 64) }

  /// All versions of the tree.
  @inlinable public var allVersions: VersionSet { VersionSet(first: versionCount) }

  /// The name of version `index`: `"4.1.1"`; empty where there is none.
  public func versionName(_ index: Int) -> String {
    guard index >= 0, index < versionCount else { return "" }
    return text(at: bytes.u16(sections.versions.start &+ index &* 4))
  }

  /// Calls `body` with the bytes of the name of version `index`, without a copy; empty where there is none.
  package func withVersionName<R>(_ index: Int, _ body: (InputBytes, Range<Int>) -> R) -> R {
    guard index >= 0, index < versionCount else { return body(bytes.input, 0..<0) }
    return body(bytes.input, sideTextRange(bytes.u16(sections.versions.start &+ index &* 4)))
  }

  /// The names of all versions, oldest first.
  public var versionNames: [String] { (0..<versionCount).map(versionName) }

  /// What is special about version `index`; nothing where there is none.
  @inlinable public func traits(_ index: Int) -> VersionTraits {
    guard index >= 0, index < versionCount else { return [] }
    return VersionTraits(rawValue: bytes.u16(sections.versions.start &+ index &* 4 &+ 2))
  }

  /// The versions that have all of `traits`.
  public func versions(with traits: VersionTraits) -> VersionSet {
    var found = VersionSet.none
    for index in 0..<versionCount where self.traits(index).isSuperset(of: traits) {
      found.insert(VersionSet(version: index))
    }
    return found
  }
}

// MARK: - Roots

extension ValidationTree {
  /// The attributes of `layout`, without what traces contribute.
  @inlinable public var layout: ContainerID { root(0) }
  /// One item of `frames`.
  @inlinable public var frame: ContainerID { root(1) }
  /// `config`.
  @inlinable public var config: ContainerID { root(2) }
  /// An edge for each trace type, in byte order of the names, to the container of its attributes (without `type`).
  @inlinable public var traces: ContainerID { root(3) }
  /// An edge for each transform type to the container of its attributes (without `type`).
  @inlinable public var transforms: ContainerID { root(4) }
  /// The options of `Plotly.animate`: not part of a figure.
  @inlinable public var animation: ContainerID { root(5) }

  @inlinable func root(_ index: Int) -> ContainerID {
    ContainerID(rawValue: index < sections.roots.count ? bytes.u16(sections.roots.start &+ index &* 2) : 0)
  }
}
