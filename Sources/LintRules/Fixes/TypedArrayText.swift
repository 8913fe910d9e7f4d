import FigureValidator
import JSONCore

/// A typed array as the plain array of its numbers.
struct TypedArrayText {
  /// Larger ones are not written out: the fix would be a file of its own.
  private static let mostBytes = 1_000_000

  /// JSON: nested once for each dimension.
  let json: String

  /// Reads `{"dtype", "bdata", "shape"}` in `range`. Nil where it cannot be decoded, or holds a number that JSON has not.
  init?(_ range: Range<Int>, _ bytes: InputBytes) {
    guard range.count <= Self.mostBytes, let array = TypedArrayValues(range, bytes) else { return nil }
    var numbers: [String] = []
    numbers.reserveCapacity(array.count)
    for index in 0..<array.count {
      let value = array[index]
      guard value.isFinite else { return nil }
      numbers.append("\(NumberName(value))")
    }
    var parts = numbers
    for size in array.shape.dropFirst().reversed() {
      guard size > 0, parts.count % size == 0 else { return nil }
      parts = stride(from: 0, to: parts.count, by: size).map {
        "[" + parts[$0..<$0 + size].joined(separator: ", ") + "]"
      }
    }
    json = "[" + parts.joined(separator: ", ") + "]"
  }
}
