/// Where paths lead.
package enum PathLookup {
  /// Whether there is anything at `path`, links followed.
  package static func exists(_ path: String) -> Bool { (try? Platform.status(of: path)) != nil }

  /// Whether `path` leads to something that can be read as a file.
  package static func isFile(_ path: String) -> Bool {
    guard let kind = (try? Platform.status(of: path))?.kind else { return false }
    return kind != .directory
  }

  /// `path` as an absolute one without `.`, `..` and doubled slashes, told by its text alone; nil where that needs a working
  /// directory and there is none.
  package static func absolute(_ path: String) -> String? {
    var names: [Substring] = []
    if !path.hasPrefix("/") {
      guard let current = Platform.currentDirectory else { return nil }
      names = current.split(separator: "/")
    }
    for name in path.split(separator: "/") {
      switch name {
      case ".": break
      case "..": names.removeLast(min(1, names.count))
      default: names.append(name)
      }
    }
    // Not joined by the standard library, which asks the runtime for each type that is in play: it takes longer than the rest.
    var absolute = names.isEmpty ? "/" : ""
    for name in names {
      absolute += "/"
      absolute += name
    }
    return absolute
  }

  /// The directory that the absolute `path` is in; the root is in itself.
  package static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  /// Lets everybody run the file who may read it.
  package static func makeExecutable(_ path: String) throws(FileError) {
    do throws(Platform.Failure) {
      let permissions = try Platform.status(of: path).permissions
      let descriptor = Descriptor(owning: try Platform.open(path))
      try Platform.setPermissions(descriptor.number, to: permissions | (permissions & 0o444) >> 2)
    } catch {
      throw FileError(.write, path, error)
    }
  }

  /// How to get from the directory `base` to `path` below it, both absolute; nil where it is not below.
  package static func relative(_ path: String, to base: String) -> String? {
    let prefix = base.hasSuffix("/") ? base : base + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }
}
