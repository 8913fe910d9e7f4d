import Synchronization
import ValidationTree

/// For each word of a tree the ``TraceName`` that it is, and for each type of traces the ``TraceType``.
final class TraceNameTable: Sendable {
  /// The content hash of the tree.
  private let tree: UInt64
  /// By word: the name's raw value + 1, 0 for none.
  let names: [UInt8]
  /// By the ordinal of the type: its raw value.
  private let types: [UInt8]

  private init(_ tree: ValidationTree) {
    self.tree = tree.contentHash
    var names = [UInt8](repeating: 0, count: tree.wordCount)
    var number = UInt8(0)
    tree.forEachWord(in: TraceName.texts) { word in
      number += 1
      if let word { names[Int(word.rawValue)] = number }
    }
    self.names = names
    let other = UInt8(truncatingIfNeeded: TraceType.other.rawValue)
    var types = [UInt8](repeating: other, count: tree.edges(of: tree.traces).count)
    var type = UInt8(0)
    tree.forEachWord(in: TraceType.texts) { word in
      if let edge = word.flatMap({ tree.edge(tree.traces, $0) }) {
        types[tree.ordinal(of: edge, in: tree.traces)] = type
      }
      type += 1
    }
    self.types = types
  }

  /// The type with this ordinal.
  func type(_ ordinal: Int?) -> TraceType {
    guard let ordinal, types.indices.contains(ordinal) else { return .other }
    return TraceType(rawValue: Int(types[ordinal])) ?? .other
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
