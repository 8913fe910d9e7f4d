import JSONCore

extension LowercaseText {
  /// Whether the bytes in `range`, read in lower case, are those of `word`.
  static func equals(_ bytes: InputBytes, _ range: Range<Int>, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && equals(bytes, range, word, from: 0)
  }

  /// Whether the bytes in `range`, read in lower case, are one of `words`, which have a single space between them.
  /// O(length of `words`).
  static func isOne(of words: StaticString, _ bytes: InputBytes, _ range: Range<Int>) -> Bool {
    var start = 0
    for position in 0...words.utf8CodeUnitCount where isWordEnd(words, position) {
      if position - start == range.count, equals(bytes, range, words, from: start) { return true }
      start = position + 1
    }
    return false
  }

  // Invariant of the two below: they read their static text below its count of code units only, which they check or
  // their callers just compared; a `StaticString` is there for good.

  private static func isWordEnd(_ words: StaticString, _ position: Int) -> Bool {
    unsafe position == words.utf8CodeUnitCount || words.utf8Start[position] == UInt8(ascii: " ")
  }

  private static func equals(_ bytes: InputBytes, _ range: Range<Int>, _ text: StaticString, from start: Int) -> Bool {
    precondition(start >= 0 && start + range.count <= text.utf8CodeUnitCount)
    for i in 0..<range.count where unsafe byte(bytes, at: range.lowerBound + i) != text.utf8Start[start + i] {
      return false
    }
    return true
  }
}
