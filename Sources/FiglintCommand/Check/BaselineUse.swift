import Arguments
import Configuration
import SystemIO

/// The baseline of a run, as it was when the run began.
final class BaselineUse: Sendable {
  let baseline: Baseline
  /// Whether it is written anew.
  let isUpdated: Bool
  private let path: String
  /// The absolute path of the directory that its files are relative to.
  private let folder: String

  /// Reads the baseline that the command line or else the configuration names; nil where there is none.
  static func read(_ parsed: ParsedArguments, _ configuration: ConfigurationFile?) throws(Failure) -> BaselineUse? {
    let isUpdated = parsed[CheckOptions.updateBaseline]
    guard !parsed[CheckOptions.compat] else { return nil }
    guard let path = parsed[CheckOptions.baseline] ?? configuration?.baseline else {
      guard isUpdated else { return nil }
      throw Failure(
        message: "--update-baseline needs a baseline",
        help: "name the file: --baseline figlint-baseline.json, or 'baseline' in figlint.json")
    }
    return try BaselineUse(path, isUpdated: isUpdated)
  }

  private init(_ path: String, isUpdated: Bool) throws(Failure) {
    guard let absolute = PathLookup.absolute(path) else {
      throw Failure(message: "the working directory is gone", help: "go to one that exists")
    }
    self.path = path
    self.isUpdated = isUpdated
    folder = PathLookup.directory(of: absolute)
    var reader = FileReader()
    do throws(FileError) {
      try reader.read(path)
    } catch {
      guard error.reason == .notFound else { throw Failure(message: error.message, help: error.help) }
      guard isUpdated else { throw Failure(message: error.message, help: "--update-baseline writes it") }
      baseline = Baseline()
      return
    }
    let text = reader.withBytes { Array(copying: $0) }
    switch Baseline.read(text, path: path) {
    case .baseline(let baseline): self.baseline = baseline
    case .error(let error): throw Failure(message: error.description, help: error.help)
    }
  }

  /// What the baseline calls a file.
  func name(of path: String) -> String {
    guard let absolute = PathLookup.absolute(path) else { return path }
    return PathLookup.relative(absolute, to: folder) ?? absolute
  }

  /// What it has for a file.
  func known(in path: String) -> FindingTally { baseline.files[name(of: path)] ?? [:] }

  /// Whether a file that the baseline has is still there.
  func exists(_ name: String) -> Bool { PathLookup.exists(name.hasPrefix("/") ? name : folder + "/" + name) }

  func write(_ baseline: Baseline) throws(Failure) {
    do throws(FileError) {
      try AtomicFile.write(Array(baseline.text.utf8).span, to: path)
    } catch {
      throw Failure(message: error.message, help: error.help)
    }
  }
}

/// What the files of a run did to the baseline.
struct BaselineRun: Sendable {
  private let use: BaselineUse
  private var updated: Baseline
  private var checked: Set<String> = []
  private var hidden = 0
  private var left = 0

  init(_ use: BaselineUse) {
    self.use = use
    updated = use.baseline
  }

  mutating func record(_ path: String, _ filter: FindingFilter) {
    let name = use.name(of: path)
    checked.insert(name)
    hidden += filter.hidden
    left += filter.left.values.reduce(0, +)
    updated.set(name, to: filter.found)
  }

  /// Writes the baseline if that is wanted; gives back what is to be said of it, if anything.
  mutating func finish() throws(Failure) -> String? {
    for name in use.baseline.files.keys where !checked.contains(name) && !use.exists(name) {
      left += use.baseline.files[name]?.values.reduce(0, +) ?? 0
      updated.set(name, to: [:])
    }
    if use.isUpdated {
      try use.write(updated)
      let new = updated.count - (use.baseline.count - left)
      return "the baseline holds \(counted(updated.count)): \(new) new, \(left) removed"
    }
    var parts: [String] = []
    if hidden > 0 { parts.append("\(counted(hidden)) in the baseline not shown") }
    if left == 1 { parts.append("1 entry of the baseline is no longer needed: --update-baseline removes it") }
    if left > 1 { parts.append("\(left) entries of the baseline are no longer needed: --update-baseline removes them") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private func counted(_ count: Int) -> String { "\(count) finding\(count == 1 ? "" : "s")" }
}
