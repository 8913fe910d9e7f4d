package import JSONCore
import SystemIO
package import ValidationTree

extension SchemaCache {
  /// How many compiled trees are kept. One has about 80 KB.
  static let maximumTreeCount = 64
  private static let treeEnding = ".tree"
  /// More than any tree has.
  private static let maximumTreeLength = 64 << 20

  /// A tree, and what is to be said about the cache.
  package struct Answer: Sendable {
    package let tree: ValidationTree
    package internal(set) var notices: [CacheNotice] = []
    /// Whether the tree was there and not made.
    package internal(set) var isHit: Bool
  }

  /// The compiled tree of a schema's text: kept from an earlier time, or else made and kept.
  ///
  /// - Parameters:
  ///   - name: What the version is called in the tree.
  ///   - make: Compiles the text.
  /// - Throws: What `make` throws; the cache itself never keeps from an answer.
  /// - Complexity: O(length) at some gigabytes a second, if the tree was kept.
  package func tree<E: Error>(
    of text: InputBytes, named name: String, orMake make: () throws(E) -> ValidationTree
  ) throws(E) -> Answer {
    try tree(under: ContentKey(of: text, named: name, maker: maker), orMake: make)
  }

  func tree<E: Error>(
    under key: ContentKey, orMake make: () throws(E) -> ValidationTree
  ) throws(E) -> Answer {
    let name = treeFile(under: key)
    var notices: [CacheNotice] = []
    // A file that cannot be read is as good as none.
    if let bytes = try? trees.contents(of: name, limit: SchemaCache.maximumTreeLength) {
      if let tree = SealedTree.open(bytes, under: key) { return Answer(tree: tree, isHit: true) }
      notices.append(.damaged(path: trees.path(of: name)))
    }
    let tree = try make()
    do throws(FileError) {
      try keep(tree, under: key)
    } catch {
      notices.append(.notKept(error))
    }
    return Answer(tree: tree, notices: notices, isHit: false)
  }

  func treeFile(under key: ContentKey) -> String { key.text + SchemaCache.treeEnding }

  func keep(_ tree: ValidationTree, under key: ContentKey) throws(FileError) {
    try trees.write(SealedTree.seal(tree, under: key), to: treeFile(under: key))
    prune()
  }

  /// Removes the oldest trees beyond the limit, and what processes that were killed have left.
  private func prune() {
    let files = trees.files()
    removeAbandoned(files, in: trees)
    let kept = files.filter { $0.name.hasSuffix(SchemaCache.treeEnding) }
    guard kept.count > SchemaCache.maximumTreeCount else { return }
    let oldest = kept.inOrder { ($0.modified, $0.name) < ($1.modified, $1.name) }
    for file in oldest.prefix(kept.count - SchemaCache.maximumTreeCount) { trees.remove(file.name) }
  }

  /// Removes temporary files that are too old to belong to a process which still writes.
  func removeAbandoned(_ files: [Directory.File], in directory: Directory) {
    let limit = Environment.secondsSince1970 - 3600
    for file in files where file.name.hasPrefix(AtomicFile.temporaryPrefix) && file.modified < limit {
      directory.remove(file.name)
    }
  }
}
