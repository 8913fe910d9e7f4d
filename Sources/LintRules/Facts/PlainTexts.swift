import FigureValidator
import JSONCore

/// The strings of an array one by one, as long as nothing else stands there: without escapes, and all of ASCII.
///
/// Where that is so, it takes a third of what the scanner does, which proves the grammar again.
struct PlainTexts {
  private let bytes: InputBytes
  private let end: Int
  private var offset: Int
  /// Whether all elements of the array were passed.
  private(set) var isAtEnd = false

  /// - Parameter range: the text of an array, which the scanner has passed.
  init(_ bytes: InputBytes, _ range: Range<Int>) {
    self.bytes = bytes.prefix(range.upperBound)
    end = range.upperBound
    offset = range.lowerBound + 1
    passSpace()
    isAtEnd = bytes[offset] == UInt8(ascii: "]")
  }

  /// The next string with its quotes; nil at the end of the array, and where something else stands.
  mutating func next() -> Range<Int>? {
    guard !isAtEnd, bytes[offset] == UInt8(ascii: "\"") else { return nil }
    let start = offset
    let quote = StringText.firstStop(bytes, from: start + 1)
    guard bytes[quote] == UInt8(ascii: "\"") else { return nil }
    offset = quote + 1
    passSpace()
    switch bytes[offset] {
    case UInt8(ascii: ","):
      offset += 1
      passSpace()
    case UInt8(ascii: "]"): isAtEnd = true
    default: return nil
    }
    return start..<quote + 1
  }

  @inline(__always) private mutating func passSpace() {
    while bytes[offset] <= 0x20, offset < end { offset += 1 }
  }
}
