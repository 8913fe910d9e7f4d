import Arguments
import SystemIO

/// Something to check, or to say on the way.
enum CheckInput: Sendable {
  /// A file; `isNamed` says whether its path is an argument, and not found in a directory.
  case file(path: String, isNamed: Bool)
  case standardInput
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
  private let options: CheckOptions.Files
  /// The directory that is being walked.
  private var directory: (path: String, walk: DirectoryWalk)?
  /// Taken in advance, to know whether there is work for another thread.
  private var ahead: CheckInput?

  init(_ paths: [String], _ options: CheckOptions.Files) {
    self.paths = paths[...]
    self.options = options
    ahead = find()
  }

  mutating func next() -> CheckInput? {
    guard let input = ahead else { return nil }
    ahead = find()
    return input
  }

  var hasMore: Bool {
    switch ahead {
    case .file, .standardInput: true
    case .excluded, .unlisted, .directoryEnd, nil: false
    }
  }

  private mutating func find() -> CheckInput? {
    if let path = directory?.path {
      switch directory?.walk.next() {
      case .success(let file): return .file(path: file, isNamed: false)
      case .failure(let error): return .unlisted(error)
      case nil:
        directory = nil
        return .directoryEnd(path: path)
      }
    }
    guard let path = paths.popFirst() else { return nil }
    if path == "-" { return .standardInput }
    let isDirectory = DirectoryWalk.isDirectory(path)
    if options.forcesExclusion, options.walk.excludes(path, isDirectory: isDirectory) { return .excluded(path: path) }
    guard isDirectory else { return .file(path: path, isNamed: true) }
    directory = (path, DirectoryWalk(path, options.walk))
    return find()
  }
}
