public import CVector

/// Sixteen bytes of an input, for looking at all of them at once.
///
/// The masks have bit `i` for byte `i`, so that the lowest bit set belongs to the first byte that matches.
///
/// Invariant of the casts: a vector of sixteen bytes, a mask of sixteen lanes and two words have the same size, and any bits
/// are a value of each.
@frozen
public struct ByteBlock {
  @usableFromInline let bytes: SIMD16<UInt8>

  @inlinable public init(_ bytes: SIMD16<UInt8>) { self.bytes = bytes }

  /// The bytes as two words, the first byte lowest in the first.
  @inlinable @inline(__always) public var words: (low: UInt64, high: UInt64) {
    let words = unsafe unsafeBitCast(bytes, to: SIMD2<UInt64>.self)
    return (UInt64(littleEndian: words[0]), UInt64(littleEndian: words[1]))
  }

  /// The bytes that end a run of plain ASCII in a string: quote, backslash, control characters, 0x80 and above.
  @inlinable @inline(__always) public var stringStops: UInt32 {
    // Signed, both control characters and what is not ASCII are below the space.
    let signed = ByteBlock.signed(bytes)
    let control = signed .< SIMD16<Int8>(repeating: 0x20)
    let quote = bytes .== SIMD16<UInt8>(repeating: 0x22)
    let backslash = bytes .== SIMD16<UInt8>(repeating: 0x5C)
    return ByteBlock.mask(control .| quote .| backslash)
  }

  /// The bytes of texts that may be in a URL, a tag, a path or a parameter, and that a date or a word has not: `=`, `:` before
  /// anything but a digit, and `/`, `<` and `"` before a letter.
  ///
  /// - Parameter next: the sixteen bytes that begin one byte later.
  @inlinable @inline(__always) public func textMarks(before next: ByteBlock) -> UInt32 {
    let letters = (next.bytes | SIMD16<UInt8>(repeating: 0x20)) &- SIMD16<UInt8>(repeating: 0x61)
    let digits = next.bytes &- SIMD16<UInt8>(repeating: 0x30)
    let quote = bytes .== SIMD16<UInt8>(repeating: 0x22) .| bytes .== SIMD16<UInt8>(repeating: 0x2F)
    let lettered = (quote .| bytes .== SIMD16<UInt8>(repeating: 0x3C)) .& letters .< SIMD16<UInt8>(repeating: 26)
    let colon = bytes .== SIMD16<UInt8>(repeating: 0x3A) .& digits .>= SIMD16<UInt8>(repeating: 10)
    return ByteBlock.mask(lettered .| colon .| bytes .== SIMD16<UInt8>(repeating: 0x3D))
  }

  /// The bytes of ``textMarks(before:)`` whatever stands behind them, without quotes and with `;`: in nearly all texts none.
  @inlinable @inline(__always) public var mayBeTextMarks: UInt32 {
    let signs = bytes &- SIMD16<UInt8>(repeating: 0x3A) .< SIMD16<UInt8>(repeating: 4)
    return ByteBlock.mask(signs .| bytes .== SIMD16<UInt8>(repeating: 0x2F))
  }

  /// `"`.
  @inlinable @inline(__always) public var quotes: UInt32 {
    ByteBlock.mask(bytes .== SIMD16<UInt8>(repeating: 0x22))
  }

  /// `"` before a letter that keys of services begin with: `A`, `g`, `p`, `s`, `x`.
  ///
  /// - Parameter next: the sixteen bytes that begin one byte later.
  @inlinable @inline(__always) public func startsOfTokens(before next: ByteBlock) -> UInt32 {
    let ag = next.bytes .== SIMD16<UInt8>(repeating: 0x41) .| next.bytes .== SIMD16<UInt8>(repeating: 0x67)
    let ps = next.bytes .== SIMD16<UInt8>(repeating: 0x70) .| next.bytes .== SIMD16<UInt8>(repeating: 0x73)
    let first = ag .| ps .| next.bytes .== SIMD16<UInt8>(repeating: 0x78)
    return ByteBlock.mask(first .& bytes .== SIMD16<UInt8>(repeating: 0x22))
  }

  /// The letters that follow those: `I`, `K`, `S`, `h`, `k`, `o`.
  @inlinable @inline(__always) public var secondsOfTokens: UInt32 {
    let iks =
      bytes .== SIMD16<UInt8>(repeating: 0x49) .| bytes .== SIMD16<UInt8>(repeating: 0x4B)
      .| bytes .== SIMD16<UInt8>(repeating: 0x53)
    let hk = bytes .== SIMD16<UInt8>(repeating: 0x68) .| bytes .== SIMD16<UInt8>(repeating: 0x6B)
    return ByteBlock.mask(iks .| hk .| bytes .== SIMD16<UInt8>(repeating: 0x6F))
  }

  /// The bytes that are not in the alphabet of base64 (RFC 4648 section 4).
  @inlinable @inline(__always) public var outsideBase64: UInt32 {
    let letters = (bytes | SIMD16<UInt8>(repeating: 0x20)) &- SIMD16<UInt8>(repeating: 0x61)
    // The slash stands before the digits.
    let others = bytes &- SIMD16<UInt8>(repeating: 0x2F)
    let inside =
      letters .< SIMD16<UInt8>(repeating: 26) .| others .< SIMD16<UInt8>(repeating: 11)
      .| bytes .== SIMD16<UInt8>(repeating: 0x2B)
    return ~ByteBlock.mask(inside) & 0xFFFF
  }

  /// What characters of that alphabet are worth, six bits each; of no meaning where another one is among them.
  @inlinable @inline(__always) public var base64Values: ByteBlock {
    // Capitals, small letters, digits, `+` and `/` follow one another in the alphabet: each kind is as far from its values.
    var distance = SIMD16<UInt8>(repeating: 191)
    distance.replace(with: SIMD16(repeating: 185), where: bytes .>= SIMD16<UInt8>(repeating: 0x61))
    distance.replace(with: SIMD16(repeating: 4), where: bytes .< SIMD16<UInt8>(repeating: 0x3A))
    distance.replace(with: SIMD16(repeating: 16), where: bytes .== SIMD16<UInt8>(repeating: 0x2F))
    distance.replace(with: SIMD16(repeating: 19), where: bytes .== SIMD16<UInt8>(repeating: 0x2B))
    return ByteBlock(bytes &+ distance)
  }

  /// `0` to `9`.
  @inlinable @inline(__always) public var digits: UInt32 {
    ByteBlock.mask(bytes &- SIMD16<UInt8>(repeating: 0x30) .< SIMD16<UInt8>(repeating: 10))
  }

  /// The bytes that are no white space of JSON (RFC 8259 section 2).
  @inlinable @inline(__always) public var otherThanSpace: UInt32 {
    let blank = bytes .== SIMD16<UInt8>(repeating: 0x20) .| bytes .== SIMD16<UInt8>(repeating: 0x0A)
    let other = bytes .== SIMD16<UInt8>(repeating: 0x0D) .| bytes .== SIMD16<UInt8>(repeating: 0x09)
    return ~ByteBlock.mask(blank .| other) & 0xFFFF
  }

  /// The bytes that are `byte`.
  @inlinable @inline(__always) public func equal(to byte: UInt8) -> UInt32 {
    ByteBlock.mask(bytes .== SIMD16<UInt8>(repeating: byte))
  }

  /// The bytes with bit 0x20 set: letters become lower-case ones.
  @inlinable @inline(__always) public var lowercased: ByteBlock { ByteBlock(bytes | SIMD16<UInt8>(repeating: 0x20)) }

  /// The same bits. (The initializer `SIMD16<Int8>(truncatingIfNeeded:)` is a call.)
  @inlinable @inline(__always) static func signed(_ bytes: SIMD16<UInt8>) -> SIMD16<Int8> {
    unsafe unsafeBitCast(bytes, to: SIMD16<Int8>.self)
  }

  /// A bit for each lane that is true.
  @inlinable @inline(__always) static func mask(_ lanes: SIMDMask<SIMD16<Int8>>) -> UInt32 {
    #if arch(x86_64)
      return figlint_high_bits(unsafe unsafeBitCast(lanes, to: SIMD2<Int64>.self))
    #else
      return portableMask(lanes)
    #endif
  }

  /// ``mask(_:)`` where there is no instruction for it: the multiplication gathers one bit of each of eight bytes.
  @inlinable static func portableMask(_ lanes: SIMDMask<SIMD16<Int8>>) -> UInt32 {
    let words = unsafe unsafeBitCast(lanes, to: SIMD2<UInt64>.self)
    let low = ((words[0] & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
    let high = ((words[1] & 0x8040_2010_0804_0201) &* 0x0101_0101_0101_0101) &>> 56
    return UInt32(truncatingIfNeeded: low | high &<< 8)
  }
}

/// Sixty-four bytes of an input. The masks have bit `i` for byte `i`.
@frozen
public struct ByteQuad {
  @usableFromInline let bytes: (SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>, SIMD16<UInt8>)

  @inlinable init(_ a: SIMD16<UInt8>, _ b: SIMD16<UInt8>, _ c: SIMD16<UInt8>, _ d: SIMD16<UInt8>) {
    bytes = (a, b, c, d)
  }

  /// `0` to `9`.
  @inlinable @inline(__always) public var digits: UInt64 {
    join { $0 &- SIMD16<UInt8>(repeating: 0x30) .< SIMD16<UInt8>(repeating: 10) }
  }

  /// The white space of JSON.
  @inlinable @inline(__always) public var spaces: UInt64 {
    mask(of: 0x20) | mask(of: 0x0A) | mask(of: 0x0D) | mask(of: 0x09)
  }

  /// The white space of most texts: spaces and line feeds.
  @inlinable @inline(__always) public var spacesAndLineFeeds: UInt64 {
    join { $0 .== SIMD16<UInt8>(repeating: 0x20) .| $0 .== SIMD16<UInt8>(repeating: 0x0A) }
  }

  /// The control characters of ASCII, apart from DEL.
  @inlinable @inline(__always) public var controls: UInt64 {
    join { $0 .< SIMD16<UInt8>(repeating: 0x20) }
  }

  /// Whether there is a control character (DEL does not count) or a backslash.
  @inlinable @inline(__always) public var holdsControlOrBackslash: Bool {
    holds { $0 .< SIMD16<UInt8>(repeating: 0x20) .| $0 .== SIMD16<UInt8>(repeating: 0x5C) }
  }

  @inlinable @inline(__always) public func holds(_ byte: UInt8) -> Bool {
    holds { $0 .== SIMD16<UInt8>(repeating: byte) }
  }

  @inlinable @inline(__always) public var isASCII: Bool {
    !holds { ByteBlock.signed($0) .< SIMD16<Int8>(repeating: 0) }
  }

  @inlinable @inline(__always) public func mask(of byte: UInt8) -> UInt64 {
    join { $0 .== SIMD16<UInt8>(repeating: byte) }
  }

  /// - Parameter byte: a small letter; the capital counts too.
  @inlinable @inline(__always) public func maskIgnoringCase(of byte: UInt8) -> UInt64 {
    join { $0 | SIMD16<UInt8>(repeating: 0x20) .== SIMD16<UInt8>(repeating: byte) }
  }

  /// Whether there may be one of ``ByteBlock/textMarks(before:)`` other than a quote. A mark is never missed.
  ///
  /// - Parameter next: the bytes that begin one byte later.
  @inlinable @inline(__always) public func mayHoldTextMarks(before next: ByteQuad) -> Bool {
    @inline(__always) func marks(_ block: SIMD16<UInt8>, _ next: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
      let lettered = block .== SIMD16<UInt8>(repeating: 0x2F) .& next .>= SIMD16<UInt8>(repeating: 0x41)
      let digits = next &- SIMD16<UInt8>(repeating: 0x30)
      let colon = block .== SIMD16<UInt8>(repeating: 0x3A) .& digits .>= SIMD16<UInt8>(repeating: 10)
      // `<` and `=`.
      let other = (block | SIMD16<UInt8>(repeating: 1)) .== SIMD16<UInt8>(repeating: 0x3D)
      return lettered .| colon .| other
    }
    let low = marks(bytes.0, next.bytes.0) .| marks(bytes.1, next.bytes.1)
    let high = marks(bytes.2, next.bytes.2) .| marks(bytes.3, next.bytes.3)
    return ByteBlock.mask(low .| high) != 0
  }

  /// Spaces and quotes.
  @inlinable @inline(__always) public var spacesAndQuotes: UInt64 {
    join { $0 & SIMD16<UInt8>(repeating: 0xFD) .== SIMD16<UInt8>(repeating: 0x20) }
  }

  /// Whether all bytes are the same.
  @inlinable @inline(__always) func isEqual(to other: ByteQuad) -> Bool {
    let low = bytes.0 .== other.bytes.0 .& (bytes.1 .== other.bytes.1)
    let high = bytes.2 .== other.bytes.2 .& (bytes.3 .== other.bytes.3)
    return ByteBlock.mask(low .& high) == 0xFFFF
  }

  /// Whether a byte passes `test`.
  @inlinable @inline(__always)
  func holds(_ test: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> Bool {
    ByteBlock.mask(test(bytes.0) .| test(bytes.1) .| test(bytes.2) .| test(bytes.3)) != 0
  }

  /// A bit for each byte that passes `test`.
  @inlinable @inline(__always)
  func join(_ test: (SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>>) -> UInt64 {
    let low = UInt64(ByteBlock.mask(test(bytes.0))) | UInt64(ByteBlock.mask(test(bytes.1))) &<< 16
    return low | UInt64(ByteBlock.mask(test(bytes.2))) &<< 32 | UInt64(ByteBlock.mask(test(bytes.3))) &<< 48
  }
}
