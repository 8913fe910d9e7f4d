package import SchemaStore

/// What the programs of one installation share.
package enum Installation {
  package static let version = "0.1.0"

  /// Schemas and trees that figlint keeps for the user; nil where no folder is known.
  package static var cache: SchemaCache? { SchemaCache.ofUser(program: "figlint \(version)") }

  /// The cache, for commands that are about it.
  package static func requiredCache() throws(Failure) -> SchemaCache {
    guard let cache else {
      throw Failure(
        message: "there is no folder for the cache", help: "set HOME or XDG_CACHE_HOME to the absolute path of a folder"
      )
    }
    return cache
  }
}
