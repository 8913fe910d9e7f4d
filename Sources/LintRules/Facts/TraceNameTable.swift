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
    var number = UInt8(0)
    tree.forEachWord(in: TraceName.texts) { word in
      number += 1
      if let word { names[Int(word.rawValue)] = number }
    }
    self.names = names
    var types = [TraceType](repeating: .other, count: tree.edges(of: tree.traces).count)
    var position = 0
    tree.forEachWord(in: TraceType.texts) { word in
      if let edge = word.flatMap({ tree.edge(tree.traces, $0) }), let type = TraceType(rawValue: position) {
        types[tree.ordinal(of: edge, in: tree.traces)] = type
      }
      position += 1
    }
    self.types = types
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
