/// Inflates gzip files (RFC 1952), whole, into memory that is used again.
package struct Inflater: ~Copyable {
  private let crc = CRC32()
  private let symbols = DeflateSymbols()
  /// What was inflated; only the first `count` bytes count.
  private var output: [UInt8] = []
  private var count = 0
  /// Where the member at hand begins in ``output``.
  private var start = 0
  /// How many bytes there may be, and why not more.
  private var limit = (size: 0, error: InflateError.tooLarge(limit: 0))

  package init() {}

  /// What a gzip file begins with.
  package static let signature: [UInt8] = [0x1F, 0x8B]

  /// Whether `data` begin as a gzip file does.
  package static func isGzip(_ data: Span<UInt8>) -> Bool { data.count >= 2 && data[0] == 0x1F && data[1] == 0x8B }

  /// Lends the bytes inflated last to `body`.
  package func withBytes<R, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
    try body(output.span.extracting(0..<count))
  }

  /// Inflates all members of a gzip file, one behind the other, in place of what was inflated before. Zeros behind the last one
  /// are padding.
  ///
  /// - Throws: ``InflateFailure``, also as soon as a limit is exceeded; memory never grows far beyond it.
  /// - Complexity: O(inflated bytes).
  package mutating func inflate(_ data: Span<UInt8>, limits: InflateLimits = InflateLimits()) throws(InflateFailure) {
    count = 0
    let densest = limits.size(of: data.count)
    limit =
      limits.size <= densest ? (limits.size, .tooLarge(limit: limits.size)) : (densest, .tooDense(ratio: limits.ratio))
    var position = 0
    repeat {
      var bits = BitReader(from: position)
      do throws(InflateError) {
        position = try inflateMember(data, &bits)
      } catch {
        count = 0
        throw InflateFailure(error: error, offset: error == .truncated ? data.count : bits.offset)
      }
      while position < data.count, data[position] == 0 { position += 1 }
      if position < data.count, data[position] != 0x1F {
        count = 0
        throw InflateFailure(error: .trailingData, offset: position)
      }
    } while position < data.count
  }

  /// Inflates the member at which the reader is; returns the offset behind it.
  private mutating func inflateMember(_ data: Span<UInt8>, _ bits: inout BitReader) throws(InflateError) -> Int {
    bits.jump(to: try GzipHeader.end(data, at: bits.offset))
    start = count
    var isLast = false
    while !isLast {
      bits.refill(data)
      guard let header = bits.read(3) else { throw .truncated }
      isLast = header & 1 == 1
      switch header >> 1 {
      case 0: try copyStored(data, &bits)
      case 1:
        guard let codes = symbols.fixed else { throw .corrupt(.code) }
        try inflateBlock(data, &bits, codes)
      case 2: try inflateBlock(data, &bits, try DeflateCodes(data, &bits))
      default: throw .corrupt(.blockType)
      }
    }
    guard count <= limit.size else { throw limit.error }
    bits.alignToByte()
    let trailer = bits.offset
    guard data.count - trailer >= 8 else { throw .truncated }
    guard crc.checksum(of: output.span.extracting(start..<count)) == GzipHeader.number(data, at: trailer) else {
      throw .checksum
    }
    guard UInt32(truncatingIfNeeded: count - start) == GzipHeader.number(data, at: trailer + 4) else { throw .length }
    return trailer + 8
  }

  // MARK: - Blocks

  /// Copies a block that is not compressed (RFC 1951, section 3.2.4).
  private mutating func copyStored(_ data: Span<UInt8>, _ bits: inout BitReader) throws(InflateError) {
    bits.alignToByte()
    let start = bits.offset + 4
    guard start <= data.count else { throw .truncated }
    let length = Int(data[start - 4]) | Int(data[start - 3]) << 8
    guard length == ~(Int(data[start - 2]) | Int(data[start - 1]) << 8) & 0xFFFF else { throw .corrupt(.storedLength) }
    guard data.count - start >= length else { throw .truncated }
    try makeRoom(length)
    let first = count
    var span = output.mutableSpan
    for index in 0..<length { span[first + index] = data[start + index] }
    count = first + length
    bits.jump(to: start + length)
  }

  /// Inflates a compressed block.
  private mutating func inflateBlock(
    _ data: Span<UInt8>, _ bits: inout BitReader, _ codes: borrowing DeflateCodes
  ) throws(InflateError) {
    while try !inflateSome(data, &bits, codes) {}
  }

  /// Inflates a block as far as there is room; true if it has ended.
  private mutating func inflateSome(
    _ data: Span<UInt8>, _ bits: inout BitReader, _ codes: borrowing DeflateCodes
  ) throws(InflateError) -> Bool {
    try makeRoom(DeflateSymbols.longestMatch)
    let symbols = symbols
    let start = start
    var end = count
    var span = output.mutableSpan
    let hasEnded = try Self.inflate(data, &bits, codes, symbols, to: &span, from: start, &end)
    count = end
    return hasEnded
  }

  /// The loop of ``inflateSome(_:_:_:)``: writes to `output` from `end` on.
  private static func inflate(
    _ data: Span<UInt8>, _ bits: inout BitReader, _ codes: borrowing DeflateCodes, _ symbols: borrowing DeflateSymbols,
    to output: inout MutableSpan<UInt8>, from start: Int, _ end: inout Int
  ) throws(InflateError) -> Bool {
    let last = output.count - DeflateSymbols.longestMatch
    while end <= last {
      bits.refill(data)
      guard let (symbol, length) = codes.literals.symbol(bits.bits) else { throw bits.missing }
      guard bits.pass(length) else { throw .truncated }
      if symbol < 256 {
        output[end] = UInt8(truncatingIfNeeded: symbol)
        end &+= 1
        continue
      }
      if symbol == 256 { return true }
      let match = try symbols.match(symbol, data, &bits, codes)
      guard match.distance <= end &- start else { throw .corrupt(.distance) }
      for index in end..<end &+ match.length { output[index] = output[index &- match.distance] }
      end &+= match.length
    }
    return false
  }

  /// Makes room for so many more bytes.
  private mutating func makeRoom(_ length: Int) throws(InflateError) {
    guard count <= limit.size else { throw limit.error }
    guard output.count - count < length else { return }
    // A little more than allowed, so that exceeding the limit is seen.
    let size = max(count + length, min(max(output.count * 2, 1 << 16), limit.size + DeflateSymbols.longestMatch + 1))
    output.append(contentsOf: repeatElement(0, count: size - output.count))
  }
}
