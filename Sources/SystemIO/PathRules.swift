/// Lists of globs and the directory from which they are meant.
package struct PathRules: Sendable {
  private let rules: IgnoreRules
  /// Absolute; nil for the working directory.
  private let base: String?

  /// - Parameter base: the absolute path of the directory that the globs are relative to; nil for the working directory.
  package init(globs: [String], base: String? = nil) {
    rules = IgnoreRules(globs: globs)
    self.base = base
  }

  package var isEmpty: Bool { rules.isEmpty }

  /// What the globs say of something whose directories they let pass; nil where they say nothing.
  package func verdict(on path: String, isDirectory: Bool) -> IgnoreRules.Verdict? {
    guard !isEmpty, let path = pathFromBase(path) else { return nil }
    return rules.verdict(on: path.span, isDirectory: isDirectory)
  }

  /// Whether the globs match something: itself, or a directory in its path.
  package func match(_ path: String, isDirectory: Bool = false) -> Bool {
    guard !isEmpty, let path = pathFromBase(path) else { return false }
    let parts = path.split(separator: UInt8(ascii: "/"))
    var above: [UInt8] = []
    for (index, part) in parts.enumerated() {
      if !above.isEmpty { above.append(UInt8(ascii: "/")) }
      above += part
      let isInside = index < parts.count - 1
      if rules.verdict(on: above.span, isDirectory: isInside || isDirectory) == .ignored { return true }
    }
    return false
  }

  /// The path that globs are compared with; nil for a file that is not below the base, if one is given.
  private func pathFromBase(_ path: String) -> [UInt8]? {
    if let base {
      guard let absolute = PathLookup.absolute(path) else { return nil }
      return PathLookup.relative(absolute, to: base).map { Array($0.utf8) }
    }
    if path.hasPrefix("./") { return Array(path.utf8.dropFirst(2)) }
    guard path.hasPrefix("/"), let current = Platform.currentDirectory, path.hasPrefix(current + "/") else {
      return Array(path.utf8)
    }
    return Array(path.utf8.dropFirst(current.utf8.count + 1))
  }
}
