import SystemIO
import TestSupport
import Testing
import ValidationTree

@testable import SchemaStore

/// What the cache keeps and finds when nothing goes wrong.
@Suite struct SchemaCacheTests {
  let directory: TemporaryDirectory
  let cache: SchemaCache

  init() throws {
    directory = try TemporaryDirectory()
    cache = SchemaCache(directory)
  }

  @Test func isWhereTheEnvironmentSays() {
    func folder(_ environment: [String: String]) -> String? { SchemaCache.folder { environment[$0] } }
    #expect(folder(["XDG_CACHE_HOME": "/cache", "HOME": "/home/ada"]) == "/cache/figlint")
    #expect(folder(["XDG_CACHE_HOME": "/cache/"]) == "/cache/figlint")
    #if os(macOS)
      let own = "/home/ada/Library/Caches/figlint"
    #else
      let own = "/home/ada/.cache/figlint"
    #endif
    #expect(folder(["HOME": "/home/ada"]) == own)
    #expect(folder(["XDG_CACHE_HOME": "relative", "HOME": "/home/ada"]) == own)
    #expect(folder(["XDG_CACHE_HOME": "", "HOME": "/home/ada"]) == own)
    #expect(folder([:]) == nil)
    #expect(folder(["HOME": ""]) == nil)
  }

  @Test func compilesATextOnce() throws {
    var compilations = 0
    func answer(_ text: String, named name: String) throws -> SchemaCache.Answer {
      try cache.tree(of: Sample.text(text), named: name) {
        compilations += 1
        return try Sample.tree(text)
      }
    }
    let made = try answer("size", named: "a.json")
    let kept = try answer("size", named: "a.json")
    #expect(!made.isHit && kept.isHit)
    #expect(made.notices == [] && kept.notices == [])
    #expect(kept.tree.block == made.tree.block)
    #expect(compilations == 1)
    _ = try answer("sise", named: "a.json")
    _ = try answer("size", named: "b.json")
    #expect(compilations == 3)
    #expect(try answer("sise", named: "a.json").isHit)
  }

  @Test func takesNoTreeOfAnotherProgram() throws {
    _ = try cache.tree(of: Sample.text("size"), named: "a") { try Sample.tree() }
    let other = SchemaCache(folder: cache.folder, program: "test 2")
    let answer = try other.tree(of: Sample.text("size"), named: "a") { try Sample.tree() }
    #expect(!answer.isHit && answer.notices == [])
  }

  @Test func hasAVersionThatWasKept() throws {
    let record = try cache.keep("4.2.0")
    #expect(cache.entry(forTarget: "4.2.0") == .found(record))
    let answer = try cache.tree(of: record)
    #expect(answer.isHit)
    #expect(answer.tree.versionNames == ["4.2.0"])
    #expect(cache.entry(forTarget: "4.2.1") == .none)
    #expect(cache.entry(forTarget: "no name") == .none)
  }

  @Test func takesTheNewestOfALine() throws {
    for version in ["5.0.9", "5.0.10", "5.1.0", "6.0.0-rc.1", "mine"] { try cache.keep(version) }
    func name(_ target: String) -> String? {
      if case .found(let record) = cache.entry(forTarget: target) { record.name.description } else { nil }
    }
    #expect(name("5") == "5.1.0")
    #expect(name("5.0") == "5.0.10")
    #expect(name("6") == nil)
    #expect(name("6.0.0-rc.1") == "6.0.0-rc.1")
    #expect(name("mine") == "mine")
    #expect(name("latest") == nil)
    #expect(name("chart-studio") == nil)
  }

  @Test func replacesAVersion() throws {
    try cache.keep("4.2.0", attribute: "old")
    let record = try cache.keep("4.2.0", attribute: "new")
    #expect(cache.entry(forTarget: "4.2.0") == .found(record))
    #expect(try cache.tree(of: record).tree.word("new") != nil)
    #expect(try cache.tree(of: record).tree.word("old") == nil)
  }

  @Test func keepsSoManyTrees() throws {
    for number in 0..<SchemaCache.maximumTreeCount + 3 {
      _ = try cache.tree(of: Sample.text("a\(number)"), named: "a") { try Sample.tree() }
    }
    #expect(cache.trees.files().count == SchemaCache.maximumTreeCount)
  }

  @Test func isCleaned() throws {
    try cache.keep("4.2.0")
    try cache.keep("4.3.0")
    try directory.write("not ours", to: "figlint/notes.txt")
    try directory.write("killed", to: "figlint/trees/.tmp-1-2")
    #expect(cache.usage.files == 6)  // one snapshot, which both have
    #expect(cache.remove(try #require(VersionName("4.2.0"))))
    #expect(!cache.remove(try #require(VersionName("4.2.0"))))
    #expect(cache.names().map(\.description) == ["4.3.0"])
    #expect(cache.removeAll().files == 5)
    #expect(cache.usage == SchemaCache.Usage())
    #expect(directory.contents("figlint/notes.txt") == "not ours")
  }
}
