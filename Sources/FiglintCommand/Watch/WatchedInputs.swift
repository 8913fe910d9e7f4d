import Arguments
import Configuration
import JSONCore
import SystemIO

/// What there is to check at one moment, and by what it will be told whether that has changed.
struct WatchedInputs: Sendable {
  /// In the order of a run.
  let all: [CheckInput]
  /// The files among them, by path; nil for one that is not there.
  private let files: [String: FileVersion?]
  /// The files that say how things are checked, found on the way or named.
  let settings: [String: FileVersion?]
  /// The directories in which a change matters.
  let directories: Set<String>

  /// Looks for the inputs. What is learnt of configurations stays in `profiles`.
  init(_ parsed: ParsedArguments, _ profiles: inout CheckProfiles) {
    let paths = parsed[CheckOptions.paths]
    var inputs = CheckInputs(paths, profiles, notingPlaces: true)
    var all: [CheckInput] = []
    var files: [String: FileVersion?] = [:]
    var settings = WatchedInputs.settings(parsed, profiles.main)
    while let input = inputs.next() {
      all.append(input)
      guard case .file(let path, _, let profile) = input else { continue }
      files[path] = .some(FileVersion(of: path))
      if let configuration = profile.configuration?.path { settings[configuration] = .some(nil) }
    }
    for configuration in inputs.configurations { settings[configuration] = .some(nil) }
    for path in settings.keys { settings[path] = .some(FileVersion(of: path)) }
    // Editors write a file beside the one that is meant, and give it its name.
    directories = Set(inputs.directories).union((paths + settings.keys).map(Self.directory))
    profiles = inputs.finish()
    self.all = all
    self.files = files
    self.settings = settings
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The files that the command line and the configuration name, as keys.
  private static func settings(_ parsed: ParsedArguments, _ profile: CheckProfile) -> [String: FileVersion?] {
    var paths = parsed[CheckOptions.target].filter { $0.contains("/") || $0.hasSuffix(".json") }
    paths += parsed[CheckOptions.grid]
    if let main = CheckProfiles.mainPath(parsed) { paths.append(main) }
    if let baseline = parsed[CheckOptions.baseline] ?? profile.configuration?.baseline { paths.append(baseline) }
    return Dictionary(paths.map { ($0, nil) }) { first, _ in first }
  }

  /// How many files there are.
  var count: Int { files.values.count { $0 != nil } }

  /// What is another file than before, or is new.
  func changed(since old: WatchedInputs) -> [CheckInput] {
    all.filter { input in
      guard case .file(let path, _, _) = input, let version = files[path], version != nil else { return false }
      return old.files[path] ?? nil != version
    }
  }

  /// The paths of files that are gone.
  func gone(since old: WatchedInputs) -> [String] {
    old.files.filter { $0.value != nil && files[$0.key] ?? nil == nil }.keys.inOrder(by: <)
  }
}

/// Inputs that are known.
struct ListedInputs: WorkSource {
  private let inputs: [CheckInput]
  private var index = 0

  init(_ inputs: [CheckInput]) { self.inputs = inputs }

  mutating func next() -> CheckInput? {
    guard index < inputs.count else { return nil }
    defer { index += 1 }
    return inputs[index]
  }

  var hasMore: Bool { index < inputs.count }
}
