/// Passing strings that look like one another: dates, mostly.
extension JSONScanner {
  /// Passes the strings behind the one just passed that have its shape: the same bytes, but for digits in the place of digits, with
  /// the same bytes between any two. Returns how many there were. O(bytes passed), 64 of them a step.
  ///
  /// Each byte is compared with the one a string and a gap before it. What is behind a proven string and has its shape is proven,
  /// too: a digit is as good in a string as another.
  ///
  /// - Parameter string: the one just passed; without escapes, and of ASCII alone.
  public mutating func passStrings(shapedLike string: StringToken) -> Int {
    guard !string.hasEscapes, peek() == UInt8(ascii: ",") else { return 0 }
    let comma = position
    position &+= 1
    let isString = peek() == UInt8(ascii: "\"")
    let start = position
    position = comma
    guard isString else { return 0 }
    let period = start &- string.range.lowerBound
    let length = string.range.count
    progress.reach(start, of: bytes)
    let ahead = progress.ahead
    var end = start
    while let block = ahead.quad(at: end), let earlier = bytes.quad(at: end &- period) {
      let others = block.otherShape(than: earlier)
      guard others == 0 else {
        end &+= others.trailingZeroBitCount
        break
      }
      end &+= 64
    }
    guard end &- start >= length else { return 0 }
    let count = (end &- start &- length) / period &+ 1
    position = start &+ (count &- 1) &* period &+ length
    return count
  }
}

extension ByteQuad {
  /// The bytes that are not those of `other`, where not both are digits.
  @inline(__always) fileprivate func otherShape(than other: ByteQuad) -> UInt64 {
    let low = ByteQuad.sameShape(bytes.0, other.bytes.0) | ByteQuad.sameShape(bytes.1, other.bytes.1) &<< 16
    let high = ByteQuad.sameShape(bytes.2, other.bytes.2) | ByteQuad.sameShape(bytes.3, other.bytes.3) &<< 16
    return ~(UInt64(low) | UInt64(high) &<< 32)
  }

  @inline(__always) private static func sameShape(_ a: SIMD16<UInt8>, _ b: SIMD16<UInt8>) -> UInt32 {
    let digits =
      a &- SIMD16<UInt8>(repeating: 0x30) .< SIMD16<UInt8>(repeating: 10)
      .& (b &- SIMD16<UInt8>(repeating: 0x30) .< SIMD16<UInt8>(repeating: 10))
    return ByteBlock.mask(a .== b .| digits)
  }
}
