import Foundation
import JSONCore
import SystemIO
import TestSupport
import Testing
import ValidationTree

@testable import SchemaStore

/// What the cache does with files that are not what it wrote, and where it cannot write.
@Suite struct CacheDamageTests {
  let directory: TemporaryDirectory
  let cache: SchemaCache
  private let text = Sample.text("size")

  init() throws {
    directory = try TemporaryDirectory()
    cache = SchemaCache(directory)
  }

  private func answer() throws -> SchemaCache.Answer {
    try cache.tree(of: text, named: "a") { try Sample.tree() }
  }

  /// The only file in a folder of the cache.
  private func file(_ folder: String) throws -> String {
    "figlint/\(folder)/" + (try #require(Directory(directory.path + "/figlint/" + folder).files().first)).name
  }

  private func bytes(_ file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: directory.path + "/" + file)))
  }

  // MARK: - Trees

  @Test func noticesEveryByteOfATreeThatIsWrong() throws {
    let tree = try Sample.tree()
    let key = ContentKey(high: 1, low: 2)
    let bytes = SealedTree.seal(tree, under: key)
    #expect(SealedTree.open(bytes, under: key)?.block == tree.block)
    #expect(SealedTree.open(bytes, under: ContentKey(high: 1, low: 3)) == nil)
    for offset in bytes.indices {
      var damaged = bytes
      damaged[offset] ^= 1 << UInt8(offset % 8)
      #expect(SealedTree.open(damaged, under: key) == nil, "byte \(offset)")
    }
    for length in 0..<bytes.count { #expect(SealedTree.open(Array(bytes[..<length]), under: key) == nil) }
    #expect(SealedTree.open(bytes + [0], under: key) == nil)
  }

  /// Changes of the tree's file, each of them a tree that may not be used.
  enum Damage: CaseIterable {
    case flipped, cut, emptied, olderFormat, olderEnvelope
  }

  @Test(arguments: Damage.allCases) func makesADamagedTreeAnew(damage: Damage) throws {
    let original = try answer().tree.block
    let file = try file("trees")
    var bytes = try bytes(file)
    switch damage {
    case .flipped: bytes[bytes.count / 2] ^= 0x10
    case .cut: bytes.removeLast(bytes.count / 3)
    case .emptied: bytes = []
    case .olderFormat: reseal(&bytes) { $0[32 + 8] = 0 }
    case .olderEnvelope: reseal(&bytes) { $0[8] = 0 }
    }
    try directory.write(bytes, to: file)
    let repaired = try answer()
    #expect(!repaired.isHit)
    #expect(repaired.tree.block == original)
    #expect(repaired.notices == [.damaged(path: directory.path + "/" + file)])
    #expect(try answer().isHit)
  }

  /// Makes a change that the envelope's hash does not show.
  private func reseal(_ bytes: inout [UInt8], _ change: (inout [UInt8]) -> Void) {
    change(&bytes)
    bytes.removeLast(8)
    let hash = bytes.withInputBytes { KeyHash($0, 0..<$0.count).value }
    for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: hash >> UInt64(shift))) }
  }

  @Test func makesATreeAnewWhereSomethingElseIsInItsPlace() throws {
    _ = try answer()
    let file = try file("trees")
    try FileManager.default.removeItem(atPath: directory.path + "/" + file)
    try directory.makePipe(file)
    // Nobody writes to the pipe: whoever read it would wait for ever.
    #expect(try !answer().isHit)
  }

  // MARK: - Versions

  @Test func compilesAVersionAgainFromItsSnapshot() throws {
    let record = try cache.keep("4.2.0")
    let block = try cache.tree(of: record).tree.block
    let file = try file("trees")
    try directory.write("", to: file)
    let answer = try cache.tree(of: record)
    #expect(!answer.isHit && answer.tree.block == block)
    #expect(answer.notices == [.damaged(path: directory.path + "/" + file)])
    // A figlint with another compiler finds no tree, which is no damage.
    let later = SchemaCache(folder: cache.folder, program: "test 2")
    #expect(try later.tree(of: record).notices == [])
  }

  @Test func refusesADamagedSnapshot() throws {
    let record = try cache.keep("4.2.0")
    let snapshot = try file("schemas")
    var bytes = try bytes(snapshot)
    bytes[bytes.count / 2] ^= 1
    try directory.write(bytes, to: snapshot)
    #expect(try cache.tree(of: record).isHit)
    try directory.write("", to: try file("trees"))
    let damage = CacheNotice.damaged(path: directory.path + "/" + snapshot)
    #expect(throws: damage) { _ = try cache.tree(of: record) }
    #expect(throws: damage) { _ = try cache.schema(of: record) }
  }

  @Test func namesADamagedRecord() throws {
    try cache.keep("4.2.0")
    try directory.write("{}", to: "figlint/versions/4.2.0.json")
    #expect(cache.entry(forTarget: "4.2.0") == .damaged(path: directory.path + "/figlint/versions/4.2.0.json"))
    #expect(cache.entry(forTarget: "4") == .damaged(path: directory.path + "/figlint/versions/4.2.0.json"))
    let record = try cache.keep("4.2.0")
    #expect(cache.entry(forTarget: "4.2.0") == .found(record))
  }

  // MARK: - Writing

  /// Folders in which nothing can be written, whoever tries.
  @Test(arguments: ["/proc/figlint-cannot-write-here", "/dev/null", "file"]) func worksWhereNothingCanBeKept(
    place: String
  ) throws {
    try directory.write("", to: "file")
    let cache = SchemaCache(
      folder: place == "file" ? directory.path + "/file/cache" : place + "/cache", program: "test")
    let answer = try cache.tree(of: text, named: "a") { try Sample.tree() }
    #expect(!answer.isHit)
    guard case .notKept(let error)? = answer.notices.first else { throw CacheNotice.damaged(path: place) }
    #expect(error.operation == .write)
    #expect(throws: FileError.self) { _ = try cache.keep("4.2.0") }
    #expect(cache.entry(forTarget: "4.2.0") == .none)
  }

  @Test(.enabled(if: TemporaryDirectory.isBoundByPermissions)) func worksInAFolderThatIsReadOnly() throws {
    try directory.makeDirectory("figlint/trees")
    try directory.setPermissions("figlint/trees", to: 0o500)
    #expect(try answer().notices.count == 1)
    try directory.setPermissions("figlint/trees", to: 0o700)
  }

  @Test func doesNotSeeWhatAKilledProcessLeft() throws {
    let record = try cache.keep("4.2.0")
    for folder in ["versions", "schemas", "trees"] { try directory.write("half", to: "figlint/\(folder)/.tmp-1-1") }
    #expect(cache.names().map(\.description) == ["4.2.0"])
    #expect(try cache.tree(of: record).isHit)
    // It goes when it is old.
    for folder in ["versions", "schemas", "trees"] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSinceNow: -7200)],
        ofItemAtPath: directory.path + "/figlint/\(folder)/.tmp-1-1")
    }
    try cache.keep("4.2.0")
    #expect(cache.usage.files == 3)
  }

  @Test func forgetsSnapshotsThatNoVersionUses() throws {
    try cache.keep("4.2.0", attribute: "old")
    let old = try file("schemas")
    try cache.keep("4.2.0", attribute: "new")
    #expect(directory.contents(old) != nil)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -7200)], ofItemAtPath: directory.path + "/" + old)
    let record = try cache.keep("4.2.0", attribute: "new")
    #expect(directory.contents(old) == nil)
    _ = try cache.schema(of: record)
  }

  /// Whoever reads while others write sees one version or the other, whole.
  @Test func isSafeUnderSeveralWriters() async throws {
    try cache.keep("4.2.0", attribute: "a0")
    let cache = cache
    try await withThrowingTaskGroup(of: Void.self) { group in
      for writer in 0..<4 {
        group.addTask {
          for round in 0..<25 { try cache.keep("4.2.0", attribute: "a\((writer + round) % 4)") }
        }
      }
      group.addTask {
        for _ in 0..<200 {
          guard case .found(let record) = cache.entry(forTarget: "4.2.0") else {
            Issue.record("the record is not whole")
            return
          }
          _ = try cache.schema(of: record)
          let answer = try cache.tree(of: record)
          #expect(answer.notices == [])
        }
      }
      try await group.waitForAll()
    }
    #expect(cache.usage.files == 1 + 4 + 4)
  }
}
