/// A git work tree, as far as ignoring files needs it.
///
/// The user's own list (`core.excludesFile`) is not read: the same files are checked on every machine.
struct WorkTree {
  /// Rules and the directory they stand in: how many bytes of a path from the work tree's root are to be dropped.
  struct Layer {
    let rules: IgnoreRules
    let baseLength: Int
  }

  /// The path of a directory from the work tree's root, ending with `/`; empty for the root.
  private(set) var directory: [UInt8]
  /// From the weakest to the strongest: `.git/info/exclude`, then each `.gitignore` from the root down.
  private(set) var layers: [Layer]

  /// The work tree whose root `path` is; nil where it holds no `.git`. No `.gitignore` is read yet.
  init?(rootAt path: String) {
    guard let status = try? Platform.status(of: path + "/.git") else { return nil }
    directory = []
    layers = []
    let gitDirectory = status.kind == .directory ? path + "/.git" : Self.gitDirectory(behind: path)
    if let rules = gitDirectory.flatMap({ Self.readRules($0 + "/info/exclude") }) {
      layers.append(Layer(rules: rules, baseLength: 0))
    }
  }

  /// The work tree that the directory at `path` is in, with the rules of the directories above it.
  static func around(_ path: String) -> WorkTree? {
    guard var above = Platform.resolve(path) else { return nil }
    var names: [Substring] = []
    while true {
      if var tree = WorkTree(rootAt: above) {
        for name in names.reversed() {
          tree.readIgnoreFile(in: above)
          tree.descend(to: name.utf8)
          above += "/" + name
        }
        return tree
      }
      guard let slash = above.lastIndex(of: "/"), above != "/" else { return nil }
      names.append(above[above.index(after: slash)...])
      above = slash == above.startIndex ? "/" : String(above[..<slash])
    }
  }

  /// Reads the `.gitignore` of the current directory, which is at `path`.
  mutating func readIgnoreFile(in path: String) {
    guard let rules = Self.readRules(path + "/.gitignore") else { return }
    layers.append(Layer(rules: rules, baseLength: directory.count))
  }

  /// Goes into a directory of the current one.
  mutating func descend(to name: some Collection<UInt8>) {
    directory += name
    directory.append(UInt8(ascii: "/"))
  }

  /// Whether a name in the current directory is to be passed over.
  func ignores(_ name: some Collection<UInt8>, isDirectory: Bool) -> Bool {
    guard !layers.isEmpty else { return false }
    let path = directory + name
    for layer in layers.reversed() {
      let inside = path.span.extracting(droppingFirst: layer.baseLength)
      if let verdict = layer.rules.verdict(on: inside, isDirectory: isDirectory) { return verdict == .ignored }
    }
    return false
  }

  /// Rules out of a file; nil where there are none. A list that cannot be read counts for none, as it does for git.
  private static func readRules(_ path: String) -> IgnoreRules? {
    var reader = FileReader()
    guard (try? reader.read(path)) != nil else { return nil }
    let rules = reader.withBytes { IgnoreRules($0) }
    return rules.isEmpty ? nil : rules
  }

  /// The directory that a `.git` file leads to, or the common one behind it (gitrepository-layout(5)).
  private static func gitDirectory(behind path: String) -> String? {
    guard let line = firstLine(of: path + "/.git"), line.hasPrefix("gitdir: ") else { return nil }
    let directory = join(path, line.dropFirst("gitdir: ".count))
    return firstLine(of: directory + "/commondir").map { join(directory, $0[...]) } ?? directory
  }

  private static func join(_ path: String, _ other: Substring) -> String {
    other.hasPrefix("/") ? String(other) : path + "/" + other
  }

  private static func firstLine(of path: String) -> String? {
    guard var reader = try? LineReader(path), (try? reader.advance()) == true else { return nil }
    return reader.withLine { line in
      var bytes: [UInt8] = []
      bytes.append(line)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
