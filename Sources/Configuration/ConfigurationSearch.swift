import SystemIO

/// Finds the configuration file that holds for a directory: the nearest one, upwards to the root of the repository (the directory with
/// a `.git`), or of the file system outside of one.
package struct ConfigurationSearch: Sendable {
  /// The names it may have; the first one wins where there are both.
  package static let names = ["figlint.json", ".figlint.json"]

  /// Whether the file at `path` is called like a configuration.
  package static func isConfiguration(_ path: String) -> Bool {
    names.contains { path.hasSuffix($0) && (path.utf8.count == $0.utf8.count || path.hasSuffix("/" + $0)) }
  }

  /// What was found for directories, by their absolute paths.
  private var known: [String: String?] = [:]
  /// The last answer: most files are in the directory of the one before.
  private var last: (folder: String, file: String?)?

  package init() {}

  /// The absolute path of the file that holds for what is in the directory at the absolute path `folder`; nil where there is none.
  ///
  /// - Complexity: three questions to the file system for each directory that was not asked about before.
  package mutating func file(for folder: String) -> String? {
    if let last, last.folder == folder { return last.file }
    var passed: [String] = []
    var directory = folder
    var found: String?
    while true {
      if let answer = known[directory] {
        found = answer
        break
      }
      passed.append(directory)
      let prefix = directory == "/" ? "/" : directory + "/"
      if let name = Self.names.first(where: { PathLookup.isFile(prefix + $0) }) {
        found = prefix + name
        break
      }
      if directory == "/" || PathLookup.exists(prefix + ".git") { break }
      directory = PathLookup.directory(of: directory)
    }
    for directory in passed { known[directory] = .some(found) }
    last = (folder, found)
    return found
  }
}
