/// The types of a figure's traces, by their index in `data`.
///
/// A large figure may have millions of traces, most of them of a few types: full blocks are packed, down to nothing where all
/// traces are of one type.
struct TraceTypes: Sendable {
  fileprivate static let blockSize = 4096

  /// As many traces as a block has: two bits for each, which name one of four types, or a byte.
  fileprivate struct Block {
    /// Up to four types, the first one lowest.
    var palette: UInt32
    /// Empty if all traces are of the palette's first type.
    var packed: [UInt8]
  }

  private var blocks: [Block] = []
  /// Those that do not fill a block yet.
  private var rest: [TraceTypeOrdinal] = []

  var count: Int { blocks.count * TraceTypes.blockSize + rest.count }

  mutating func append(_ type: TraceTypeOrdinal) {
    rest.append(type)
    guard rest.count == TraceTypes.blockSize else { return }
    blocks.append(Block(rest))
    rest.removeAll(keepingCapacity: true)
  }

  /// - Precondition: `0 <= index < count`.
  subscript(_ index: Int) -> TraceTypeOrdinal {
    let (block, offset) = index.quotientAndRemainder(dividingBy: TraceTypes.blockSize)
    return block < blocks.count ? blocks[block][offset] : rest[offset]
  }
}

extension TraceTypes.Block {
  fileprivate init(_ types: [TraceTypeOrdinal]) {
    var distinct: [TraceTypeOrdinal] = []
    for type in types where type != distinct.last && !distinct.contains(type) {
      distinct.append(type)
      if distinct.count > 4 { break }
    }
    palette = distinct.prefix(4).reversed().reduce(0) { $0 << 8 | UInt32($1.rawValue) }
    packed = []
    if distinct.count > 4 {
      packed = types.map(\.rawValue)
    } else if distinct.count > 1 {
      packed = Array(repeating: 0, count: types.count / 4)
      for (index, type) in types.enumerated() {
        let code = UInt8(truncatingIfNeeded: distinct.firstIndex(of: type) ?? 0)
        packed[index / 4] |= code << UInt8(index % 4 * 2)
      }
    }
  }

  fileprivate subscript(_ offset: Int) -> TraceTypeOrdinal {
    if packed.count == TraceTypes.blockSize { return TraceTypeOrdinal(Int(packed[offset])) }
    let code = packed.isEmpty ? 0 : packed[offset / 4] >> UInt8(offset % 4 * 2) & 3
    return TraceTypeOrdinal(Int(palette >> (UInt32(code) * 8) & 0xFF))
  }
}
