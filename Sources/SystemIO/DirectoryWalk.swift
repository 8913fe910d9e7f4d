/// Finds the files below a directory, in an order that depends on nothing but their names.
///
/// Names in a directory come in the order of their bytes, a directory's files in its place. Hidden files and directories
/// are passed over, and so is what git ignores; symbolic links to files are taken, those to directories never followed. A
/// directory that cannot be listed gives an error in its place, and the walk goes on.
///
/// The directory itself may be hidden or ignored: whoever names it wants it.
package struct DirectoryWalk: Sequence, IteratorProtocol {
  /// What is passed over, and what is taken.
  package struct Options: Sendable {
    /// Whether `.gitignore` files and `.git/info/exclude` count, inside a git work tree.
    package var honoursIgnoreFiles = true
    /// Files and directories that are passed over; of lists that disagree the last one counts.
    package var excluded: [PathRules] = []
    /// Says by its name whether a file is taken. Not asked where `included` is set.
    package var accepts: @Sendable (_ name: String) -> Bool
    /// Files that are taken in place of those that `accepts` takes.
    package var included: PathRules?

    package init(accepts: @escaping @Sendable (_ name: String) -> Bool) { self.accepts = accepts }

    /// Whether `excluded` passes over something that is named and not found: itself or a directory in its path.
    package func excludes(_ path: String, isDirectory: Bool = false) -> Bool {
      excluded.contains { $0.match(path, isDirectory: isDirectory) }
    }
  }

  /// A directory that is being walked.
  private struct Level {
    /// In front of its names: empty or ending with `/`.
    let prefix: String
    /// What is left, the next one last.
    var items: [Platform.DirectoryItem]
    let tree: WorkTree?
  }

  private let options: Options
  /// The start, until it is listed.
  private var start: String?
  private var levels: [Level] = []
  /// The directories that were listed, if they are wanted.
  package private(set) var directories: [String] = []
  private let notesDirectories: Bool

  /// Walks the directory at `path`. Files have paths that begin with it, but for `.`, which is left away.
  ///
  /// - Parameter notingDirectories: Whether ``directories`` is kept.
  package init(_ path: String, _ options: Options, notingDirectories: Bool = false) {
    start = path
    self.options = options
    notesDirectories = notingDirectories
  }

  /// Whether a directory is at `path`.
  package static func isDirectory(_ path: String) -> Bool {
    (try? Platform.status(of: path))?.kind == .directory
  }

  /// The path of the next file, or why a directory could not be listed.
  package mutating func next() -> Result<String, FileError>? {
    if let start {
      self.start = nil
      let tree = options.honoursIgnoreFiles ? WorkTree.around(start) : nil
      let prefix = start == "." || start == "./" ? "" : start.hasSuffix("/") ? start : start + "/"
      if let error = open(start, prefix, tree) { return .failure(error) }
    }
    while let item = nextItem() {
      if let result = visit(item) { return result }
    }
    return nil
  }

  private mutating func nextItem() -> Platform.DirectoryItem? {
    while let last = levels.indices.last {
      if let item = levels[last].items.popLast() { return item }
      levels.removeLast()
    }
    return nil
  }

  /// What comes of a name in the innermost directory: a file, an error, or nothing.
  private mutating func visit(_ item: Platform.DirectoryItem) -> Result<String, FileError>? {
    let level = levels[levels.count - 1]
    let path = level.prefix + item.name
    guard item.isUTF8 else { return .failure(FileError(.read, path, .nameNotUTF8)) }
    guard !item.name.hasPrefix("."), let kind = item.kind ?? kind(of: path) else { return nil }
    let isDirectory = kind == .directory
    guard isDirectory || takes(item.name, path), !passesOver(item.name, path, level, isDirectory: isDirectory) else {
      return nil
    }
    switch kind {
    case .directory:
      var tree = level.tree
      tree?.descend(to: item.name.utf8)
      return open(path, path + "/", tree).map { .failure($0) }
    case .symbolicLink where (try? Platform.status(of: path))?.kind != .regular, .other: return nil
    case .regular, .symbolicLink:
      // A lone dash would be taken for standard input.
      return .success(path == "-" ? "./-" : path)
    }
  }

  private func takes(_ name: String, _ path: String) -> Bool {
    guard let included = options.included else { return options.accepts(name) }
    return included.verdict(on: path, isDirectory: false) == .ignored
  }

  private func passesOver(_ name: String, _ path: String, _ level: Level, isDirectory: Bool) -> Bool {
    if level.tree?.ignores(name.utf8, isDirectory: isDirectory) == true { return true }
    for rules in options.excluded.reversed() {
      if let verdict = rules.verdict(on: path, isDirectory: isDirectory) { return verdict == .ignored }
    }
    return false
  }

  private func kind(of path: String) -> Platform.FileKind? {
    (try? Platform.status(of: path, followsLinks: false))?.kind
  }

  /// Lists a directory and goes on with its names.
  private mutating func open(_ path: String, _ prefix: String, _ outer: WorkTree?) -> FileError? {
    var items: [Platform.DirectoryItem]
    if notesDirectories { directories.append(path) }
    do throws(Platform.Failure) {
      items = try Platform.items(ofDirectory: path)
    } catch {
      return FileError(.list, path, error)
    }
    var tree = outer
    if options.honoursIgnoreFiles {
      // A work tree within another has rules of its own. That of the start was found already if the start is its root.
      if items.contains(where: { $0.name == ".git" }), outer?.directory.isEmpty != true {
        tree = WorkTree(rootAt: path) ?? outer
      }
      if items.contains(where: { $0.name == ".gitignore" }) { tree?.readIgnoreFile(in: path) }
    }
    items.sort { $1.name.utf8.lexicographicallyPrecedes($0.name.utf8) }
    levels.append(Level(prefix: prefix, items: items, tree: tree))
    return nil
  }
}
