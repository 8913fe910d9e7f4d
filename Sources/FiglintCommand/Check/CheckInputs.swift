import Arguments
import Configuration
import SystemIO

/// Something to check, or to say on the way.
enum CheckInput: Sendable {
  /// A file; `isNamed` says whether its path is an argument, and not found in a directory.
  case file(path: String, isNamed: Bool, CheckProfile)
  case standardInput(CheckProfile)
  /// A file for which there is no usable configuration; what is wrong with that is nil where it was said before.
  case unusable(Failure?)
  /// A named file or directory that `--exclude` passes over.
  case excluded(path: String)
  /// A directory that could not be listed.
  case unlisted(FileError)
  /// Everything below the directory has come.
  case directoryEnd(path: String)
}

/// The inputs in the order of the arguments, directories walked as they come.
struct CheckInputs: ~Copyable, WorkSource {
  private var paths: ArraySlice<String>
  private var profiles: CheckProfiles
  /// The directory that is being walked, and how.
  private var directory: (path: String, walk: DirectoryWalk, profile: CheckProfile)?
  /// Taken in advance, to know whether there is work for another thread.
  private var ahead: CheckInput?
  /// What was passed on the way, if it is wanted: directories that were listed, and configurations in them.
  private(set) var directories: [String] = []
  private(set) var configurations: [String] = []
  private let notesPlaces: Bool

  /// - Parameter notingPlaces: Whether ``directories`` and ``configurations`` are kept.
  init(_ paths: [String], _ profiles: CheckProfiles, notingPlaces: Bool = false) {
    self.paths = paths[...]
    self.profiles = profiles
    notesPlaces = notingPlaces
    ahead = find()
  }

  /// The profiles with what was learnt on the way.
  consuming func finish() -> CheckProfiles { profiles }

  mutating func next() -> CheckInput? {
    guard let input = ahead else { return nil }
    ahead = find()
    return input
  }

  var hasMore: Bool {
    switch ahead {
    case .file, .standardInput: true
    case .unusable, .excluded, .unlisted, .directoryEnd, nil: false
    }
  }

  private mutating func find() -> CheckInput? {
    while directory != nil {
      if let input = findInDirectory() { return input }
    }
    guard let path = paths.popFirst() else { return nil }
    let isStandardInput = path == "-"
    let isDirectory = !isStandardInput && DirectoryWalk.isDirectory(path)
    let profile: CheckProfile
    do throws(UnusableConfiguration) {
      // Standard input has the configuration of the name that it is given.
      profile = try profiles.profile(
        for: isStandardInput ? profiles.main.files.standardInputName : path, isDirectory: isDirectory)
    } catch {
      return .unusable(error.failure)
    }
    let files = profile.files
    let name = isStandardInput ? files.standardInputName : path
    if files.forcesExclusion, files.walk.excludes(name, isDirectory: isDirectory) { return .excluded(path: name) }
    if isStandardInput { return .standardInput(profile) }
    guard isDirectory else { return .file(path: path, isNamed: true, profile) }
    directory = (path, DirectoryWalk(path, files.walk, notingDirectories: notesPlaces), profile)
    return find()
  }

  /// What comes next of the directory that is being walked; nil for what is passed over.
  private mutating func findInDirectory() -> CheckInput? {
    guard let path = directory?.path, let outer = directory?.profile else { return nil }
    switch directory?.walk.next() {
    case .success(let file):
      // What is wrong with a configuration is said where it is used.
      if ConfigurationSearch.isConfiguration(file) {
        if notesPlaces { configurations.append(file) }
        return nil
      }
      do throws(UnusableConfiguration) {
        let profile = try profiles.profile(for: file)
        // The walk knows only what the configuration of its start passes over.
        if profile !== outer, profile.files.walk.excludes(file) { return nil }
        return .file(path: file, isNamed: false, profile)
      } catch {
        return .unusable(error.failure)
      }
    case .failure(let error): return .unlisted(error)
    case nil:
      directories += directory?.walk.directories ?? []
      directory = nil
      return .directoryEnd(path: path)
    }
  }
}
