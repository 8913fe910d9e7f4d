import JSONCore
import SchemaCompiler
import SystemIO
import ValidationTree

/// Schemas that were fetched and trees that were compiled, kept in a folder of the user.
///
///     versions/4.2.0.json   what is known of a version: ``VersionRecord``
///     schemas/….json        snapshots, called by their SHA-256
///     trees/….tree          compiled trees: ``SealedTree``, called by the key of what they were made of
///
/// Nothing in it is trusted before its hash was compared, and nothing is locked: files are written beside their place and
/// renamed, and what two processes write under one name is the same, but for the record of a version, where the last one
/// wins. Deleting any of it is safe at any time.
package struct SchemaCache: Sendable {
  /// The folder of the cache, which need not be there.
  package let folder: String
  let versions: Directory
  let schemas: Directory
  let trees: Directory
  /// Stands for the compiler: trees of another one are not taken for its own.
  let maker: UInt64

  /// - Parameter program: Name and version of the program, whose trees are its own.
  package init(folder: String, program: String) {
    self.folder = folder
    versions = Directory(folder + "/versions")
    schemas = Directory(folder + "/schemas")
    trees = Directory(folder + "/trees")
    // A compiler that works otherwise also compiles the bundled schemas to another tree.
    maker = (KeyHash(program).value ^ ValidationTree.bundled.contentHash) &+ UInt64(TreeFormat.version)
  }

  /// The cache of the user; nil where the environment does not say where that could be.
  package static func ofUser(program: String) -> SchemaCache? {
    folder { Environment[$0] }.map { SchemaCache(folder: $0, program: program) }
  }

  /// Where programs keep what they can make again: the XDG base directory specification 0.8; on macOS, Apple's folder.
  static func folder(_ environment: (String) -> String?) -> String? {
    // A path that does not begin at the root is to be ignored, says the specification.
    func absolute(_ name: String) -> String? {
      environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    if let cache = absolute("XDG_CACHE_HOME") { return joined(cache, "figlint") }
    guard let home = absolute("HOME") else { return nil }
    #if os(macOS)
      return joined(home, "Library/Caches/figlint")
    #else
      return joined(home, ".cache/figlint")
    #endif
  }

  private static func joined(_ folder: String, _ name: String) -> String {
    folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }
}
