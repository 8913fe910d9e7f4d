import Foundation
import LoopbackServer
import TestSupport
import Testing

/// What is kept between runs, and what several runs at once do to it.
@Suite struct SchemaCacheTests {
  let schemas: FetchedSchemas

  init() throws { schemas = try FetchedSchemas() }

  /// Keeps a small schema as a version.
  private func keep(_ version: String) throws {
    try schemas.directory.write(FetchedSchemas.text(), to: "plot-schema-\(version).json")
    #expect(try schemas.run("schema", "fetch", "--from", "plot-schema-\(version).json").code == 0)
  }

  private func trees() -> [String] { schemas.files.filter { $0.hasSuffix(".tree") } }

  // MARK: - Commands

  @Test func listsWhatIsKeptBesideWhatIsBuiltIn() throws {
    try keep("9.2.0")
    try keep("4.0.5")
    try schemas.directory.write(FetchedSchemas.text(), to: "a\u{1b}[31m.json")
    #expect(try schemas.run("schema", "fetch", "mine", "--from", "a\u{1b}[31m.json").code == 0)
    let list = try schemas.run("schema", "list")
    let versions = list.lines.map { $0.prefix { $0 != " " } }
    #expect(versions.prefix(5) == ["version", "9.2.0", "4.1.1", "4.0.5", "4.0.0"] && versions.last == "mine")
    #expect(list.lines[1].contains("plot-schema-9.2.0.json, ") && list.lines[2].contains("built in"))
    #expect(!list.output.contains("\u{1b}"))
    let json = try schemas.run("schema", "list", "--json").json()
    let rows = try #require(json["schemas"] as? [[String: Any]])
    #expect(rows[0]["kind"] as? String == "file" && rows[1]["kind"] as? String == "built in")
    #expect(rows[0]["origin"] as? String == "plot-schema-9.2.0.json")
    #expect((rows[0]["bytes"] as? Int ?? 0) > 500 && rows[0]["traceTypes"] as? Int == 1)
    #expect(rows[1]["bytes"] is NSNull)
  }

  @Test func isASchemaForTheOtherCommands() throws {
    try keep("9.2.0")
    #expect(try schemas.run("schema", "show", "dot.size", "--target", "9.2.0").output.contains("number"))
    #expect(try schemas.run("schema", "stats", "9.2.0").code == 0)
    #expect(try schemas.run("schema", "diff", "9", "plot-schema-9.2.0.json").code == 0)
    let unknown = try schemas.run("schema", "stats", "8.0.0")
    #expect(unknown.code == 2 && unknown.errors.contains("is built in or was fetched"))
  }

  @Test func isCleaned() throws {
    try keep("9.2.0")
    try keep("9.3.0")
    #expect(try schemas.run("schema", "cache", "path").output == schemas.directory.path + "/cache/figlint\n")
    #expect(try schemas.run("schema", "cache", "clean", "9.2.0").errors == "removed 9.2.0\n")
    #expect(try schemas.run("schema", "cache", "clean", "9.2.0").code == 2)
    #expect(try schemas.accepts("size", target: "9.2.0") == nil)
    #expect(try schemas.accepts("size", target: "9.3.0") == true)
    #expect(try schemas.run("schema", "cache", "clean").code == 0)
    #expect(schemas.files == [])
    let empty = try schemas.run("schema", "cache", "list")
    #expect(empty.code == 0 && empty.output == "")
  }

  // MARK: - Trees

  @Test func compilesASchemaOfOnesOwnOnce() throws {
    try schemas.directory.write(FetchedSchemas.text(), to: "mine.json")
    #expect(try schemas.accepts("size", target: "mine.json") == true)
    let kept = trees()
    #expect(kept.count == 1)
    #expect(try schemas.accepts("size", target: "mine.json") == true)
    #expect(trees() == kept)
    // Another content is another schema.
    try schemas.directory.write(FetchedSchemas.text("colour"), to: "mine.json")
    #expect(try schemas.accepts("size", target: "mine.json") == false)
    #expect(trees().count == 2)
  }

  @Test(arguments: ["", "figcache", "\u{0}"]) func makesADamagedTreeAnew(content: String) throws {
    try schemas.directory.write(FetchedSchemas.text(), to: "mine.json")
    let clean = #"{"data": [{"type": "dot", "size": 1}]}"#
    let first = try schemas.run("check", "--target", "mine.json", "-", input: clean.utf8)
    let tree = try #require(trees().first)
    try schemas.directory.write(content, to: "cache/" + tree)
    let second = try schemas.run("check", "--target", "mine.json", "-", input: clean.utf8)
    #expect(second.code == 0 && second.output == first.output)
    #expect(
      second.errors.hasPrefix("warning: '") && second.errors.contains("in the cache is damaged and was passed over"))
    #expect(try schemas.run("check", "--target", "mine.json", "-", input: clean.utf8) == first)
  }

  @Test(arguments: ["/dev/null/none", "/proc/none", ""]) func worksWithoutACache(folder: String) throws {
    try schemas.directory.write(FetchedSchemas.text(), to: "mine.json")
    let ending = try schemas.run(
      "check", "--target", "mine.json", "-", input: Figure.clean.utf8,
      variables: ["XDG_CACHE_HOME": folder, "HOME": "/dev/null"])
    #expect(ending.code == 1 && ending.output.contains("S003") && !ending.errors.contains("cache"))
  }

  @Test func worksOnAFullDisk() throws {
    try schemas.directory.write(FetchedSchemas.text(), to: "mine.json")
    try schemas.directory.write(#"{"data": [{"type": "dot", "size": 1}]}"#, to: "fig.json")
    // A limit on the size of files stands for the disk.
    let ending = try Program.shell(
      """
      export XDG_CACHE_HOME=\(schemas.directory.path)/cache
      trap '' XFSZ
      ulimit -f 0
      exec $figlint check --target mine.json fig.json >/dev/null 2>&1
      """, in: schemas.directory.path)
    #expect(ending.code == 0)
    #expect(trees() == [])
    #expect(try schemas.accepts("size", target: "mine.json") == true)
  }

  // MARK: - Processes

  /// Many runs that all find an empty cache; some of them are killed.
  @Test(arguments: [false, true]) func isSafeUnderSeveralProcesses(areKilled: Bool) throws {
    try schemas.directory.write(FetchedSchemas.text(), to: "mine.json")
    try schemas.directory.write(#"{"data": [{"type": "dot", "size": 1}]}"#, to: "fig.json")
    for round in 0..<6 {
      let processes = try (0..<6).map { _ in
        let process = Program.process(["check", "--target", "mine.json", "fig.json"], in: schemas.directory.path)
        process.environment?["XDG_CACHE_HOME"] = schemas.directory.path + "/cache"
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
      }
      for (number, process) in processes.enumerated() {
        if areKilled {
          usleep(UInt32((number * 7 + round * 13) % 40) * 100)
          kill(process.processIdentifier, SIGKILL)
        }
        process.waitUntilExit()
        if process.terminationReason == .exit { #expect(process.terminationStatus == 0) }
      }
      let after = try schemas.run("check", "--target", "mine.json", "fig.json")
      #expect(after.code == 0 && !after.errors.contains("damaged"))
      #expect(trees().count == 1)
      if !areKilled { #expect(schemas.files.count == 1) }
      try FileManager.default.removeItem(atPath: schemas.directory.path + "/cache")
    }
  }
}
