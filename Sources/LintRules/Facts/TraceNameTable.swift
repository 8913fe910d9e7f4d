import Synchronization
import ValidationTree

/// For each word of a tree the ``TraceName`` that it is, and for each type of traces the ``TraceType``.
final class TraceNameTable: Sendable {
  /// The content hash of the tree.
  private let tree: UInt64
  /// By word: the name's raw value + 1, 0 for none.
  let names: [UInt8]
  /// By the ordinal of the type.
  private let types: [TraceType]

  private init(_ tree: ValidationTree) {
    self.tree = tree.contentHash
    var names = [UInt8](repeating: 0, count: tree.wordCount)
    for (position, word) in tree.words(TraceName.texts).enumerated() {
      if let word { names[Int(word.rawValue)] = UInt8(truncatingIfNeeded: position + 1) }
    }
    self.names = names
    let words = tree.words(TraceType.texts)
    types = tree.edges(of: tree.traces).map { edge in
      words.firstIndex(of: tree.word(of: edge)).flatMap { TraceType(rawValue: $0) } ?? .other
    }
  }

  /// The type with this ordinal.
  func type(_ ordinal: Int?) -> TraceType {
    guard let ordinal, types.indices.contains(ordinal) else { return .other }
    return types[ordinal]
  }

  private static let memory = Mutex<TraceNameTable?>(nil)

  /// That of `tree`. The last one that was asked for is kept.
  static func of(_ tree: ValidationTree) -> TraceNameTable {
    memory.withLock { known in
      if let known, known.tree == tree.contentHash { return known }
      let table = TraceNameTable(tree)
      known = table
      return table
    }
  }
}
