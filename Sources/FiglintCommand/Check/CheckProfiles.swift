import Arguments
import Configuration
import JSONCore
import SystemIO

/// The profiles of a run: one for each configuration file that holds for some of its inputs.
///
/// For a file that is the nearest one, from the file's directory upwards, as it is for ruff: a folder of figures brings its own rules
/// along, from wherever it is checked. Where there is none, the one for the working directory holds. `--config` names the only one.
struct CheckProfiles: Sendable {
  private let parsed: ParsedArguments
  private let console: Console
  /// The profile of the working directory, and of what no configuration is nearer to.
  let main: CheckProfile
  /// By the path of the configuration; nil for one that cannot be used.
  private var known: [String: CheckProfile?] = [:]
  private var search = ConfigurationSearch()
  private let searches: Bool
  /// The directory asked about last, as it was written, and what holds for it.
  private var last: (folder: Substring, profile: CheckProfile)?

  /// Reads the configuration that is named, or holds for the working directory.
  init(_ parsed: ParsedArguments, _ console: Console) throws(Failure) {
    self.parsed = parsed
    self.console = console
    searches = !parsed[CheckOptions.noConfiguration] && parsed[CheckOptions.configuration] == nil
    guard let path = Self.mainPath(parsed, &search) else {
      main = try CheckProfile(parsed, nil, number: 0, console)
      return
    }
    let folder = searches ? PathLookup.directory(of: path) : Environment.currentDirectory
    let file = try Self.read(path, folder: folder ?? "/", parsed, console)
    main = try CheckProfile(parsed, file, number: 0, console)
    known[path] = .some(main)
  }

  /// The path of the configuration that is named or holds for the working directory now; nil where there is none.
  static func mainPath(_ parsed: ParsedArguments) -> String? {
    var search = ConfigurationSearch()
    return mainPath(parsed, &search)
  }

  private static func mainPath(_ parsed: ParsedArguments, _ search: inout ConfigurationSearch) -> String? {
    if let path = parsed[CheckOptions.configuration] { return path }
    guard !parsed[CheckOptions.noConfiguration], let current = Environment.currentDirectory else { return nil }
    return search.file(for: current)
  }

  /// The profile for a file.
  ///
  /// - Parameter isDirectory: whether `path` is a directory whose own configuration holds.
  /// - Throws: ``UnusableConfiguration``, the first time with what is wrong.
  mutating func profile(for path: String, isDirectory: Bool = false) throws(UnusableConfiguration) -> CheckProfile {
    guard searches else { return main }
    let folder = isDirectory ? path[...] : path.lastIndex(of: "/").map { path[...$0] } ?? ""
    if let last, last.folder == folder { return last.profile }
    var profile = main
    if let absolute = PathLookup.absolute(folder.isEmpty ? "." : String(folder)), let file = search.file(for: absolute)
    {
      profile = try self.profile(ofConfiguration: file)
    }
    last = (folder, profile)
    return profile
  }

  private mutating func profile(ofConfiguration path: String) throws(UnusableConfiguration) -> CheckProfile {
    if let profile = known[path] {
      guard let profile else { throw UnusableConfiguration(failure: nil) }
      return profile
    }
    known[path] = .some(nil)
    do throws(Failure) {
      let file = try Self.read(path, folder: PathLookup.directory(of: path), parsed, console)
      let profile = try CheckProfile(parsed, file, number: known.count, console)
      known[path] = .some(profile)
      return profile
    } catch {
      throw UnusableConfiguration(failure: error)
    }
  }

  /// Reads a configuration; of what is wrong with it all but the last is said, and that thrown.
  private static func read(
    _ path: String, folder: String, _ parsed: ParsedArguments, _ console: Console
  ) throws(Failure) -> ConfigurationFile {
    let text: [UInt8]
    do throws(FileError) {
      var reader = FileReader()
      try reader.read(path)
      text = reader.withBytes { Array(copying: $0) }
    } catch {
      throw Failure(message: "configuration: " + error.message, help: error.help)
    }
    let shown = Environment.currentDirectory.flatMap { PathLookup.relative(path, to: $0) } ?? path
    switch ConfigurationReader.read(text, path: shown, folder: folder) {
    case .configuration(let file):
      if parsed[CheckOptions.verbose] { console.note("configuration: \(TextEscaping.escaped(shown))") }
      return file
    case .errors(let errors):
      for error in errors.dropLast() { console.error(error.description, help: error.help) }
      let last = errors.last
      throw Failure(message: last?.description ?? "'\(shown)' cannot be used", help: last?.help)
    }
  }
}

/// There is a configuration for a file, and it cannot be used.
struct UnusableConfiguration: Error {
  /// What is wrong with it; nil where that was said before.
  let failure: Failure?
}
