import Arguments
import JSONCore
import SchemaStore
import SystemIO

/// `figlint schema cache`: what was fetched and compiled, and where it is.
enum SchemaCacheCommand {
  private static let names = Positional<[String]>(
    "VERSION", help: "The versions to remove; without any, all that the cache holds.")

  static var table: Command {
    Command(
      "cache", summary: "Lists and removes schemas that were fetched and trees that were compiled.",
      discussion: [
        "The cache is in $XDG_CACHE_HOME/figlint, or else in ~/.cache/figlint (on macOS, ~/Library/Caches/figlint). Deleting "
          + "it is always safe: trees are compiled again, versions can be fetched again."
      ],
      commands: [
        Command(
          "list", summary: "Lists the versions that were fetched, and where they are from.",
          action: Program.action(list)),
        Command(
          "clean", summary: "Removes what the cache holds.", positionals: [names.shape],
          examples: [.init("figlint schema cache clean 4.2.0", "Forget one version.")], action: Program.action(clean)),
        Command("path", summary: "Prints the folder of the cache.", action: Program.action(path)),
      ])
  }

  private static func path(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    console.result(try Installation.requiredCache().folder + "\n")
  }

  // MARK: - List

  private static func list(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let cache = try Installation.requiredCache()
    let names = cache.names()
    var table = TextTable(["version", "received", "bytes", "origin"])
    for name in names {
      switch cache.entry(name) {
      case .found(let record):
        table.add([
          name.description, Timestamp(record.received).day, record.byteCount.grouped,
          TextEscaping.escaped(record.origin.place),
        ])
      case .damaged(let path): console.warning(CacheNotice.damaged(path: path).description)
      case .none: break
      }
    }
    let usage = cache.usage
    console.note(
      "\(usage.files.counted("file")), \(usage.bytes.grouped) bytes in "
        + TextEscaping.escaped(cache.folder))
    return names.isEmpty ? .clean : console.result(table.text)
  }

  // MARK: - Clean

  private static func clean(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let cache = try Installation.requiredCache()
    guard !parsed[names].isEmpty else {
      let removed = cache.removeAll()
      let left = cache.usage.files
      guard left == 0 else {
        throw Failure(
          message: "\(left.counted("file")) in '\(cache.folder)' could not be removed",
          help: "the folder and what is in it must be writable for you")
      }
      console.note("removed \(removed.files.counted("file")), \(removed.bytes.grouped) bytes")
      return .clean
    }
    for text in parsed[names] {
      guard let name = VersionName(text), cache.entry(name) != .none else {
        throw Failure(
          message: "'\(text)' is not in the cache", help: "'figlint schema cache list' shows what is")
      }
      guard cache.remove(name) else {
        throw Failure(
          message: "'\(text)' could not be removed from '\(cache.folder)'",
          help: "the folder and what is in it must be writable for you")
      }
      console.note("removed \(name)")
    }
    return .clean
  }
}
