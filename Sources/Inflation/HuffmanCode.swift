/// A prefix code of deflate (RFC 1951, section 3.2.2), as a table that is looked up with the next bits of the data.
///
/// Codes of up to ``rootBits`` bits take one look. Longer ones are found bit by bit, which is seldom needed: they are those of the rare
/// symbols.
struct HuffmanCode {
  static let rootBits = 10
  static let maximumBits = 15

  /// For each value of the next `rootBits` bits, the first one lowest: `symbol << 4 | length`; 0 for longer codes and for none.
  private var root = [UInt16](repeating: 0, count: 1 << rootBits)
  /// How many codes there are of each length, and the symbols in the order of their codes.
  private var counts = [UInt16](repeating: 0, count: maximumBits + 1)
  private var symbols: [UInt16] = []

  /// The code in which symbol `i` has `lengths[i]` bits, 0 for a symbol that does not occur.
  ///
  /// - Returns: nil where no code has such lengths. An incomplete one is allowed where it has a single symbol, and then all of its
  ///   other bits are an error, or if it has none.
  init?(lengths: some Collection<UInt8>) {
    for length in lengths { counts[Int(length)] += 1 }
    let used = lengths.count - Int(counts[0])
    counts[0] = 0
    var left = 1
    for length in 1...HuffmanCode.maximumBits {
      left = left << 1 - Int(counts[length])
      if left < 0 { return nil }
    }
    guard left == 0 || used == 0 || used == 1 && counts[1] == 1 else { return nil }

    var next = [Int](repeating: 0, count: HuffmanCode.maximumBits + 2)
    for length in 1...HuffmanCode.maximumBits { next[length + 1] = next[length] + Int(counts[length]) }
    symbols = [UInt16](repeating: 0, count: used)
    for (symbol, length) in lengths.enumerated() where length > 0 {
      symbols[next[Int(length)]] = UInt16(symbol)
      next[Int(length)] += 1
    }
    fillRoot()
  }

  private mutating func fillRoot() {
    var code = 0
    var index = 0
    for length in 1...HuffmanCode.rootBits {
      for _ in 0..<counts[length] {
        let entry = symbols[index] << 4 | UInt16(length)
        // The code's first bit is its highest, and the lowest of the data.
        var slot = HuffmanCode.reversed(code, bits: length)
        while slot < root.count {
          root[slot] = entry
          slot += 1 << length
        }
        code += 1
        index += 1
      }
      code <<= 1
    }
  }

  private static func reversed(_ code: Int, bits: Int) -> Int {
    var (rest, reversed) = (code, 0)
    for _ in 0..<bits {
      reversed = reversed << 1 | rest & 1
      rest >>= 1
    }
    return reversed
  }

  /// The symbol whose code the bits begin with, the first one lowest, and its length; nil where none does.
  @inline(__always) func symbol(_ bits: UInt64) -> (symbol: Int, length: Int)? {
    let entry = root[Int(truncatingIfNeeded: bits & UInt64(1 << HuffmanCode.rootBits - 1))]
    if entry != 0 { return (Int(entry >> 4), Int(entry & 15)) }
    return longSymbol(bits)
  }

  private func longSymbol(_ bits: UInt64) -> (symbol: Int, length: Int)? {
    var (code, first, index) = (0, 0, 0)
    var rest = bits
    for length in 1...HuffmanCode.maximumBits {
      code |= Int(rest & 1)
      rest >>= 1
      let count = Int(counts[length])
      if code - first < count { return (Int(symbols[index + code - first]), length) }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    return nil
  }
}
