import JSONCore
package import PlotSchema
import SchemaCompiler
package import SystemIO
import ValidationTree

extension SchemaCache {
  private static let jsonEnding = ".json"

  /// What the cache has under a name.
  package enum Entry: Equatable, Sendable {
    case found(VersionRecord)
    /// There is something, but it cannot be used.
    case damaged(path: String)
    case none
  }

  /// What is known of a version.
  package func entry(_ name: VersionName) -> Entry {
    let file = name.description + SchemaCache.jsonEnding
    guard let bytes = try? versions.contents(of: file, limit: VersionRecord.maximumLength) else { return .none }
    return VersionRecord(bytes, named: name).map { .found($0) } ?? .damaged(path: versions.path(of: file))
  }

  /// What there is for a target: the version of that name, or the newest of the line that it means.
  package func entry(forTarget target: String) -> Entry {
    if let name = VersionName(target) { return entry(name) }
    guard case .line(let major, let minor)? = VersionSelector(target) else { return .none }
    let selector = VersionSelector.line(major: major, minor: minor)
    let candidates = names().compactMap { name in PlotlyVersion(name.description).map { (version: $0, name: name) } }
      .filter { selector.admits($0.version) }
    return candidates.max { $0.version < $1.version }.map { entry($0.name) } ?? .none
  }

  /// The names of all versions, in the order of their bytes.
  package func names() -> [VersionName] {
    versions.files().compactMap { file in
      guard file.name.hasSuffix(SchemaCache.jsonEnding) else { return nil }
      return VersionName(String(file.name.dropLast(SchemaCache.jsonEnding.count)))
    }
  }

  // MARK: - Keeping

  /// Keeps a snapshot, what was compiled of it, and what is known of it, in place of what was there under the name.
  ///
  /// The snapshot comes first and the record last, so that a record never names a snapshot that is not there yet.
  func keep(_ snapshot: [UInt8], _ tree: ValidationTree, _ record: VersionRecord) throws(FileError) {
    try schemas.write(snapshot, to: snapshotFile(of: record))
    try keep(tree, under: key(of: record))
    try keep(record)
    removeUnused()
  }

  /// Writes a record whose snapshot is there.
  package func keep(_ record: VersionRecord) throws(FileError) {
    try versions.write(record.bytes, to: record.name.description + SchemaCache.jsonEnding)
  }

  // MARK: - Using

  /// The tree of a version: kept, or compiled from its snapshot.
  ///
  /// - Throws: ``CacheNotice/damaged(path:)`` if the snapshot is gone, damaged, or in a form that is not read any more.
  package func tree(of record: VersionRecord) throws(CacheNotice) -> Answer {
    try tree(under: key(of: record)) { () throws(CacheNotice) in
      let schema = try schema(of: record)
      do throws(CompileError) {
        return try TreeCompiler.tree([TreeCompiler.Input(name: record.name.description, schema: schema)])
      } catch {
        // It was compiled before it was kept.
        throw .damaged(path: schemas.path(of: snapshotFile(of: record)))
      }
    }
  }

  /// The schema of a version, from its snapshot.
  ///
  /// - Throws: ``CacheNotice/damaged(path:)`` if the snapshot is gone, damaged, or in a form that is not read any more.
  package func schema(of record: VersionRecord) throws(CacheNotice) -> SchemaModel {
    let name = snapshotFile(of: record)
    let bytes = try? schemas.contents(of: name, limit: SchemaReader.maximumLength)
    guard let bytes, SHA256(of: bytes) == record.snapshot, let schema = try? SnapshotReader.read(bytes) else {
      throw .damaged(path: schemas.path(of: name))
    }
    return schema
  }

  /// The bytes that the snapshot and the compiled tree of a version take.
  package func size(of record: VersionRecord) -> Int {
    (schemas.size(of: snapshotFile(of: record)) ?? 0) + (trees.size(of: treeFile(under: key(of: record))) ?? 0)
  }

  private func snapshotFile(of record: VersionRecord) -> String {
    record.snapshot.description + SchemaCache.jsonEnding
  }

  private func key(of record: VersionRecord) -> ContentKey {
    Array(record.snapshot.description.utf8).withInputBytes {
      ContentKey(of: $0, named: record.name.description, maker: maker)
    }
  }

  // MARK: - Cleaning

  /// Removes snapshots that no version uses. Young ones stay: the record that will name them may not be written yet.
  private func removeUnused() {
    let used = usedSnapshots()
    let limit = Environment.secondsSince1970 - 3600
    let files = schemas.files()
    removeAbandoned(files, in: schemas)
    removeAbandoned(versions.files(), in: versions)
    for file in files where file.name.hasSuffix(SchemaCache.jsonEnding) && file.modified < limit {
      if !used.contains(file.name) { schemas.remove(file.name) }
    }
  }

  private func usedSnapshots() -> Set<String> {
    var used: Set<String> = []
    for name in names() {
      if case .found(let record) = entry(name) { used.insert(snapshotFile(of: record)) }
    }
    return used
  }
}
