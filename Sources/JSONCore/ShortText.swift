/// A text of fewer than 16 bytes, none of them zero, in two words: the first byte lowest, zeros above. So equal words are
/// equal texts, and comparing two takes two instructions. Attribute names and enumerated values are such texts.
@frozen
public struct ShortText: Hashable, Sendable {
  public let low: UInt64
  public let high: UInt64

  @inlinable init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// No text at hand: one that is empty, too long or not plain.
  @inlinable public static var none: ShortText { ShortText(low: 0, high: 0) }
  @inlinable public var isNone: Bool { low == 0 }

  /// The first `length` bytes of `block`, which are plain text: fewer than 16, and no control characters.
  @inlinable @inline(__always) init(_ block: ByteBlock, length: Int) {
    let words = block.words
    let bits = UInt64(truncatingIfNeeded: length) &* 8
    // Shifts wrap at 64, hence the choices.
    low = words.low & (length >= 8 ? ~0 : (1 &<< bits) &- 1)
    high = length > 8 ? words.high & ((1 &<< bits) &- 1) : 0
  }

  /// A text known in advance: ``none`` if it has 16 bytes or more.
  public init(_ text: StaticString) {
    var words: (low: UInt64, high: UInt64) = (0, 0)
    let bytes = Array(text.description.utf8)
    for (index, byte) in bytes.enumerated() where bytes.count < 16 {
      let bit = UInt64(byte) << (UInt64(index & 7) * 8)
      if index < 8 { words.low |= bit } else { words.high |= bit }
    }
    (low, high) = words
  }

  /// The content of a string in `bytes`; ``none`` if it is empty, too long, written with escapes or too near to the end.
  @inlinable @inline(__always) public init(_ string: StringToken, in bytes: InputBytes) {
    if string.hasEscapes { self = .none } else { self.init(string.content, in: bytes) }
  }

  /// The text of a number in `bytes`; ``none`` if it is too long or too near to the end.
  @inlinable @inline(__always) public init(_ number: NumberToken, in bytes: InputBytes) {
    self.init(number.range, in: bytes)
  }

  @inlinable @inline(__always) init(_ range: Range<Int>, in bytes: InputBytes) {
    let length = range.upperBound &- range.lowerBound
    guard length < 16, let block = bytes.block(at: range.lowerBound) else {
      self = .none
      return
    }
    self.init(block, length: length)
  }
}

extension KeyHash {
  /// The hash of a short text, whose length in bytes is given.
  @inlinable init(_ text: ShortText, length: Int) { self.init(low: text.low, high: text.high, length: length) }
}
