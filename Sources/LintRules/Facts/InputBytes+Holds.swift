import JSONCore

extension InputBytes {
  /// Whether the bytes of `text`, which are not none, stand somewhere in `range`. O(length), 16 bytes a step where the first one of
  /// `text` is rare.
  func holds(_ text: InputBytes, in range: Range<Int>) -> Bool {
    var offset = range.lowerBound
    while let found = firstOffset(of: text[0], in: offset..<range.upperBound), found + text.count <= range.upperBound {
      if equals(found..<found + text.count, 0..<text.count, of: text) { return true }
      offset = found + 1
    }
    return false
  }

  /// The same for a text of the program.
  func holds(_ text: StaticString, in range: Range<Int>) -> Bool { holds(InputBytes(text), in: range) }
}
