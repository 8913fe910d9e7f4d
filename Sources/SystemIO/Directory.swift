/// A directory in which a program keeps files of its own.
package struct Directory: Sendable {
  /// Without a slash at the end.
  package let path: String

  package init(_ path: String) { self.path = path }

  /// A plain file in the directory.
  package struct File: Sendable {
    package let name: String
    /// In bytes.
    package let size: Int
    /// When it was last written, in seconds since 1970 (UTC).
    package let modified: Int
  }

  /// The path of what is called `name` in it.
  package func path(of name: String) -> String { path + "/" + name }

  /// Makes the directory, and those above it, if they are not there. New ones are open to nobody but the user, as the XDG
  /// base directory specification asks.
  package func make() throws(FileError) {
    do throws(Platform.Failure) {
      try Self.make(path)
    } catch {
      throw FileError(.write, path, error)
    }
  }

  private static func make(_ path: String) throws(Platform.Failure) {
    do throws(Platform.Failure) {
      try Platform.makeDirectory(path, permissions: 0o700)
    } catch {
      // Systems differ in what they complain of first: that it is there, or that nothing can be written there.
      if (try? Platform.status(of: path))?.kind == .directory { return }
      guard error.isMissing, let slash = path.lastIndex(of: "/"), slash > path.startIndex else { throw error }
      try make(String(path[..<slash]))
      do throws(Platform.Failure) {
        try Platform.makeDirectory(path, permissions: 0o700)
      } catch {
        // Another process was faster.
        guard error.alreadyExists else { throw error }
      }
    }
  }

  /// The plain files in it, hidden ones too, in the order of their names; none where it cannot be listed.
  package func files() -> [File] {
    guard let items = try? Platform.items(ofDirectory: path) else { return [] }
    return items.compactMap { item in
      guard item.isUTF8, let status = try? Platform.status(of: path(of: item.name), followsLinks: false),
        status.kind == .regular
      else { return nil }
      return File(name: item.name, size: status.size, modified: status.modified)
    }.sorted { $0.name < $1.name }
  }

  /// The size of the plain file called `name` in bytes; nil where there is none.
  package func size(of name: String) -> Int? {
    guard let status = try? Platform.status(of: path(of: name)), status.kind == .regular else { return nil }
    return status.size
  }

  /// What the plain file called `name` holds.
  ///
  /// - Returns: Nil where there is none, and where it has more than `limit` bytes.
  /// - Throws: ``FileError`` if it is there and cannot be read.
  package func contents(of name: String, limit: Int) throws(FileError) -> [UInt8]? {
    let path = path(of: name)
    guard let status = try? Platform.status(of: path), status.kind == .regular, status.size <= limit else { return nil }
    var reader = FileReader()
    do throws(FileError) {
      try reader.read(path)
    } catch {
      // It was removed since.
      if error.reason == .notFound { return nil }
      throw error
    }
    return reader.withBytes { Array(copying: $0) }
  }

  /// Writes a file in it, which then appears whole, and makes the directory if need be. What is there under that name and is no
  /// plain file, such as a pipe, gives way.
  package func write(_ bytes: [UInt8], to name: String) throws(FileError) {
    try make()
    let path = path(of: name)
    if let status = try? Platform.status(of: path), status.kind != .regular { Platform.remove(path) }
    try AtomicFile.write(bytes.span, to: path)
  }

  /// Removes a file in it, if it is there and may be removed. Others that have it open keep what they see.
  package func remove(_ name: String) { Platform.remove(path(of: name)) }

  /// Removes the directory itself if it is empty.
  package func removeIfEmpty() { Platform.removeDirectory(path) }
}
