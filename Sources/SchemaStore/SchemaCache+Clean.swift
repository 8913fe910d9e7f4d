import SystemIO

extension SchemaCache {
  /// What the cache takes on the disk.
  package struct Usage: Equatable, Sendable {
    package var files = 0
    package var bytes = 0

    package init() {}
  }

  /// All that the cache holds.
  package var usage: Usage {
    var usage = Usage()
    for directory in [versions, schemas, trees] {
      for file in ownFiles(in: directory) {
        usage.files += 1
        usage.bytes += file.size
      }
    }
    return usage
  }

  /// Removes one version; what only it used goes with the next cleaning. Says whether it was there.
  package func remove(_ name: VersionName) -> Bool {
    guard entry(name) != .none else { return false }
    versions.remove(name.description + ".json")
    return entry(name) == .none
  }

  /// Removes all that the cache has written, temporary files of processes that were killed included, and nothing else. Says
  /// what went.
  package func removeAll() -> Usage {
    let before = usage
    for directory in [versions, schemas, trees] {
      for file in ownFiles(in: directory) { directory.remove(file.name) }
      directory.removeIfEmpty()
    }
    Directory(folder).removeIfEmpty()
    let after = usage
    var removed = Usage()
    removed.files = before.files - after.files
    removed.bytes = before.bytes - after.bytes
    return removed
  }

  private func ownFiles(in directory: Directory) -> [Directory.File] {
    directory.files().filter { file in
      file.name.hasSuffix(".json") || file.name.hasSuffix(".tree") || file.name.hasPrefix(AtomicFile.temporaryPrefix)
    }
  }
}
