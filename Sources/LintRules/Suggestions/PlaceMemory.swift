import Diagnostics
import JSONCore
import ValidationTree

/// Places in the schema that were found, by the paths to them: all traces of a type have theirs in common.
struct PlaceMemory {
  final class Entry: Hashed {
    let hash: UInt64
    /// Its own for each entry, and never 0.
    let number: Int
    let place: SchemaPlace

    fileprivate let path: [PathElement]
    fileprivate let traceType: String?
    fileprivate let versions: VersionSet

    fileprivate init(
      _ number: Int, _ place: SchemaPlace, path: [PathElement], traceType: String?, versions: VersionSet, hash: UInt64
    ) {
      self.hash = hash
      self.number = number
      self.place = place
      self.path = path
      self.traceType = traceType
      self.versions = versions
    }

    /// Whether it is what ``SchemaPlace`` has for these.
    fileprivate func isFor(_ path: ArraySlice<PathElement>, _ traceType: String?, _ versions: VersionSet) -> Bool {
      guard self.versions == versions, self.path.count == path.count, self.traceType == traceType else { return false }
      var index = path.startIndex
      for known in self.path {
        switch (known, path[index]) {
        case (.key(let a), .key(let b)): if a != b { return false }
        // In the schema it is no matter which element of an array it is.
        case (.index, .index): break
        default: return false
        }
        index += 1
      }
      return true
    }
  }

  /// More than there are in any figure written by hand.
  private static let mostEntries = 1024

  private var entries = HashedEntries<Entry>()
  private var count = 0

  /// What ``SchemaPlace`` has along `path`.
  mutating func place(
    _ path: ArraySlice<PathElement>, traceType: String?, _ tree: ValidationTree, in versions: VersionSet
  ) -> Entry {
    let hash = PlaceMemory.hash(path, traceType, versions)
    if let known = entries.first(hash, where: { $0.isFor(path, traceType, versions) }) { return known }
    if entries.count >= PlaceMemory.mostEntries { entries.removeAll() }
    count += 1
    let entry = Entry(
      count, SchemaPlace(path, traceType: traceType, tree, in: versions), path: Array(path), traceType: traceType,
      versions: versions, hash: hash)
    entries.insert(entry)
    return entry
  }

  private static func hash(_ path: ArraySlice<PathElement>, _ traceType: String?, _ versions: VersionSet) -> UInt64 {
    var hash = versions.rawValue
    func add(_ text: String) {
      let part = text.utf8.span.withInputBytes { KeyHash($0, 0..<$0.count).value }
      hash = (hash ^ part) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 29
    }
    for case .key(let key) in path { add(key) }
    if let traceType { add(traceType) }
    return hash
  }
}
