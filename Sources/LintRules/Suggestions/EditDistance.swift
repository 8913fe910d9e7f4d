import JSONCore

/// How many edits lie between two names: letters added, dropped or changed, and neighbours swapped.
///
/// The optimal string alignment distance over bytes, in which no letter is edited twice. Capital and small ASCII letters
/// count as equal. The rows are kept from one comparison to the next, so that comparing allocates nothing.
struct EditDistance {
  /// The last three rows of the table, each as long as the longest candidate so far.
  private var older: [Int] = []
  private var old: [Int] = []
  private var new: [Int] = []

  /// The distance from `name`, which has no capitals, to the text in `range` of `candidate`; nil where it is more than
  /// `limit`.
  ///
  /// - Complexity: O(length of both + `limit` * length of the name), less where the limit is soon passed.
  mutating func distance(
    from name: [UInt8], to candidate: InputBytes, _ range: Range<Int>, limit: Int
  ) -> Int? {
    guard abs(name.count - range.count) <= limit else { return nil }
    let width = range.count + 1
    makeRoom(width)
    let limit = min(limit, max(name.count, range.count))
    // What lies further from the diagonal than the limit is never reached from what lies nearer.
    let far = limit + 1
    for column in 0..<min(width, far) { old[column] = column }
    var oldMinimum = 0
    for row in 1..<(name.count + 1) {
      let (first, last) = (max(row - limit, 1), min(row + limit, width - 1))
      new[first - 1] = first == 1 ? row : far
      if last > row - 1 + limit { old[last] = far }
      var minimum = row
      for column in first..<(last + 1) {
        let letter = EditDistance.small(candidate[range.lowerBound + column - 1])
        let isEqual = name[row - 1] == letter
        var best = min(old[column] + 1, new[column - 1] + 1, old[column - 1] + (isEqual ? 0 : 1))
        if row > 1, column > 1, name[row - 2] == letter,
          name[row - 1] == EditDistance.small(candidate[range.lowerBound + column - 2])
        {
          best = min(best, older[column - 2] + 1)
        }
        new[column] = best
        minimum = min(minimum, best)
      }
      // What a later row can come from: this one, or by a swap the one before.
      if minimum > limit, oldMinimum + 1 > limit { return nil }
      oldMinimum = minimum
      swap(&older, &old)
      swap(&old, &new)
    }
    let distance = old[width - 1]
    return distance <= limit ? distance : nil
  }

  private mutating func makeRoom(_ width: Int) {
    guard old.count < width else { return }
    older = Array(repeating: 0, count: width)
    old = older
    new = older
  }

  /// The byte, an ASCII capital as its small letter.
  static func small(_ byte: UInt8) -> UInt8 { byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte }
}
