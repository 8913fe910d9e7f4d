/// The codes of a block: that of literals, ends and lengths, and that of distances (RFC 1951, sections 3.2.5 to 3.2.7).
struct DeflateCodes {
  let literals: HuffmanCode
  let distances: HuffmanCode

  /// Those that blocks of type 1 have.
  static func fixed() -> DeflateCodes? {
    let lengths: [(length: UInt8, count: Int)] = [(8, 144), (9, 112), (7, 24), (8, 8)]
    return DeflateCodes(
      lengths.flatMap { Array(repeating: $0.length, count: $0.count) }, [UInt8](repeating: 5, count: 32))
  }

  private init?(_ literals: some Collection<UInt8>, _ distances: some Collection<UInt8>) {
    guard let literals = HuffmanCode(lengths: literals), let distances = HuffmanCode(lengths: distances) else {
      return nil
    }
    self.literals = literals
    self.distances = distances
  }

  /// The order in which the lengths of the code for lengths come.
  private static let order: [Int] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

  /// Reads the codes that a block of type 2 begins with.
  init(_ data: Span<UInt8>, _ bits: inout BitReader) throws(InflateError) {
    bits.refill(data)
    guard let literalCount = bits.read(5), let distanceCount = bits.read(5), let count = bits.read(4) else {
      throw .truncated
    }
    guard literalCount + 257 <= 286, distanceCount + 1 <= 30 else { throw .corrupt(.codeLengths) }
    var lengthLengths = [UInt8](repeating: 0, count: 19)
    for index in 0..<count + 4 {
      bits.refill(data)
      guard let length = bits.read(3) else { throw .truncated }
      lengthLengths[DeflateCodes.order[index]] = UInt8(length)
    }
    guard let code = HuffmanCode(lengths: lengthLengths) else { throw .corrupt(.codeLengths) }
    let total = literalCount + 257 + distanceCount + 1
    var lengths: [UInt8] = []
    lengths.reserveCapacity(total)
    while lengths.count < total {
      bits.refill(data)
      guard let (symbol, length) = code.symbol(bits.bits) else {
        throw bits.count < HuffmanCode.maximumBits ? .truncated : .corrupt(.code)
      }
      guard bits.pass(length) else { throw .truncated }
      let run: (value: UInt8, extra: Int, base: Int)
      switch symbol {
      case 16:
        guard let last = lengths.last else { throw .corrupt(.codeLengths) }
        run = (last, 2, 3)
      case 17: run = (0, 3, 3)
      case 18: run = (0, 7, 11)
      default: run = (UInt8(symbol), 0, 1)
      }
      guard let extra = bits.read(run.extra) else { throw .truncated }
      lengths.append(contentsOf: repeatElement(run.value, count: run.base + extra))
    }
    // A block without an end would never end.
    guard lengths.count == total, lengths[256] != 0,
      let codes = DeflateCodes(lengths[..<(literalCount + 257)], lengths[(literalCount + 257)...])
    else { throw .corrupt(.codeLengths) }
    self = codes
  }
}
