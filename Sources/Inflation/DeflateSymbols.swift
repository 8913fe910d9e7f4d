/// What the symbols of deflate mean (RFC 1951, section 3.2.5).
struct DeflateSymbols {
  static let longestMatch = 258

  /// For symbols from 257 on, and for those of distances: the least value, and how many bits more there are; 0 for symbols that
  /// have no meaning.
  let lengths: [(base: Int, extra: Int)]
  let distances: [(base: Int, extra: Int)]
  /// The codes of blocks of type 1.
  let fixed = DeflateCodes.fixed()

  init() {
    var lengths: [(base: Int, extra: Int)] = []
    var base = 3
    for symbol in 257..<285 {
      let extra = symbol < 265 ? 0 : (symbol - 261) / 4
      lengths.append((base, extra))
      base += 1 << extra
    }
    self.lengths = lengths + [(DeflateSymbols.longestMatch, 0), (0, 0), (0, 0)]

    var distances: [(base: Int, extra: Int)] = []
    base = 1
    for symbol in 0..<30 {
      let extra = symbol < 4 ? 0 : symbol / 2 - 1
      distances.append((base, extra))
      base += 1 << extra
    }
    self.distances = distances + [(0, 0), (0, 0)]
  }

  /// Reads the rest of a reference to text before (RFC 1951, section 3.2.5). At most 48 bits have been taken since the reader was
  /// filled.
  ///
  /// - Parameter symbol: above 256.
  @inline(__always) func match(
    _ symbol: Int, _ data: Span<UInt8>, _ bits: inout BitReader, _ codes: borrowing DeflateCodes
  ) throws(InflateError) -> (length: Int, distance: Int) {
    let (lengthBase, lengthExtra) = lengths[symbol &- 257]
    guard lengthBase > 0 else { throw .corrupt(.code) }
    guard let extra = bits.read(lengthExtra) else { throw .truncated }
    guard let (code, length) = codes.distances.symbol(bits.bits) else { throw bits.missing }
    guard bits.pass(length) else { throw .truncated }
    let (distanceBase, distanceExtra) = distances[code]
    guard distanceBase > 0 else { throw .corrupt(.distance) }
    guard let further = bits.read(distanceExtra) else { throw .truncated }
    return (lengthBase &+ extra, distanceBase &+ further)
  }
}

extension BitReader {
  /// Why no code was found in the bits ahead.
  var missing: InflateError { count < HuffmanCode.maximumBits ? .truncated : .corrupt(.code) }
}
