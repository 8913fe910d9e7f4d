import JSONCore

/// Columns that tell nothing new: those whose cells are all the same, and those that have the cells of another one.
///
/// Texts are compared, not values: programs write the same cells the same way.
struct RepeatedContents {
  /// Columns by the length, the beginning and the end of their arrays.
  private var columns: [UInt64: [(index: Int, data: Range<Int>)]] = [:]

  /// Of so many columns that look alike a new one is compared with, so that many of them take no more than linear time.
  private static let mostCompared = 4

  /// Adds the array of the column at `index`; returns an earlier column whose array has the same text. O(length) at most.
  mutating func add(_ data: Range<Int>, at index: Int, _ bytes: InputBytes) -> Int? {
    let ends = KeyHash(bytes, data.prefix(64)).value ^ KeyHash(bytes, data.suffix(64)).value &* 3
    let key = ends &+ UInt64(truncatingIfNeeded: data.count)
    for other in columns[key, default: []] where bytes.equals(data, other.data, of: bytes) { return other.index }
    if columns[key, default: []].count < RepeatedContents.mostCompared {
      columns[key, default: []].append((index, data))
    }
    return nil
  }

  /// Whether all elements of an array have the same text, with the same bytes between any two. O(length) for one that is, and
  /// mostly O(1).
  static func isConstant(_ data: Range<Int>, rows: Int, _ bytes: InputBytes) -> Bool {
    var scanner = JSONScanner(bytes, range: data)
    var isFirst = true
    guard rows > 1, (try? scanner.openArray()) != nil, (try? scanner.nextElement(&isFirst)) == true else {
      return false
    }
    let first = scanner.position
    guard (try? scanner.skipValue()) != nil else { return false }
    let length = scanner.position - first
    guard (try? scanner.nextElement(&isFirst)) == true else { return false }
    let period = scanner.position - first
    let end = first + (rows - 1) * period + length
    // Behind the last of them the array ends.
    guard end < data.upperBound, (end..<data.upperBound - 1).allSatisfy({ bytes[$0] <= 0x20 }) else { return false }
    return bytes.equals(first..<end - period, first + period..<end, of: bytes)
  }
}
