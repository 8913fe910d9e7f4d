/// Sixteen bytes, each with the three before it: the shape of UTF-8 (RFC 3629 section 4) without a branch for each character.
///
/// A character that is wrong shows at the byte behind it at the latest. So everything before an ASCII byte is right if nothing
/// shows up to that byte.
struct UTF8Lanes {
  let byte: SIMD16<UInt8>
  /// The bytes one, two and three places before.
  let before: (one: SIMD16<UInt8>, two: SIMD16<UInt8>, three: SIMD16<UInt8>)

  /// The continuations where none may stand, and what is none where one must.
  @inline(__always) var misplaced: SIMDMask<SIMD16<Int8>> {
    let second = before.one .>= SIMD16<UInt8>(repeating: 0xC2)
    let third = before.two .>= SIMD16<UInt8>(repeating: 0xE0)
    let fourth = before.three .>= SIMD16<UInt8>(repeating: 0xF0)
    // Signed, the continuations are all below 0xC0.
    let continuation = ByteBlock.signed(byte) .< SIMD16<Int8>(repeating: -0x40)
    return (second .| third .| fourth) .^ continuation
  }

  /// What may be ``refused``: the bytes behind 0xC0, 0xC1, 0xE0, 0xE1 and all from 0xED on.
  @inline(__always) var suspect: SIMDMask<SIMD16<Int8>> {
    let low = (before.one & SIMD16<UInt8>(repeating: 0xDE)) .== SIMD16<UInt8>(repeating: 0xC0)
    return low .| before.one .>= SIMD16<UInt8>(repeating: 0xED)
  }

  /// The bytes behind one that UTF-8 never holds, and the second bytes that make a character too long, a surrogate or one
  /// beyond U+10FFFF.
  @inline(__always) var refused: SIMDMask<SIMD16<Int8>> {
    let tooLow = (before.one & SIMD16<UInt8>(repeating: 0xFE)) .== SIMD16<UInt8>(repeating: 0xC0)
    let tooHigh = before.one .>= SIMD16<UInt8>(repeating: 0xF5)
    let long3 = before.one .== SIMD16<UInt8>(repeating: 0xE0) .& byte .< SIMD16<UInt8>(repeating: 0xA0)
    let surrogate = before.one .== SIMD16<UInt8>(repeating: 0xED) .& byte .>= SIMD16<UInt8>(repeating: 0xA0)
    let long4 = before.one .== SIMD16<UInt8>(repeating: 0xF0) .& byte .< SIMD16<UInt8>(repeating: 0x90)
    let beyond = before.one .== SIMD16<UInt8>(repeating: 0xF4) .& byte .>= SIMD16<UInt8>(repeating: 0x90)
    return tooLow .| tooHigh .| long3 .| surrogate .| long4 .| beyond
  }
}

extension InputBytes {
  /// Whether the 64 bytes from `offset` on go on as UTF-8 behind those before; false where there are no three before. What is
  /// wrong with the last character may show in the next 64 bytes only.
  func quadIsUTF8(at offset: Int) -> Bool {
    guard let here = quad(at: offset)?.bytes, let one = quad(at: offset &- 1)?.bytes,
      let two = quad(at: offset &- 2)?.bytes, let three = quad(at: offset &- 3)?.bytes
    else { return false }
    let a = UTF8Lanes(byte: here.0, before: (one.0, two.0, three.0))
    let b = UTF8Lanes(byte: here.1, before: (one.1, two.1, three.1))
    let c = UTF8Lanes(byte: here.2, before: (one.2, two.2, three.2))
    let d = UTF8Lanes(byte: here.3, before: (one.3, two.3, three.3))
    guard ByteBlock.mask(a.misplaced .| b.misplaced .| c.misplaced .| d.misplaced) == 0 else { return false }
    guard ByteBlock.mask(a.suspect .| b.suspect .| c.suspect .| d.suspect) != 0 else { return true }
    return ByteBlock.mask(a.refused .| b.refused .| c.refused .| d.refused) == 0
  }
}
