extension SortedNames {
  /// The byte at `offset` in the name with `index`.
  ///
  /// Invariant: the offset in `text` is below its count of code units, by the precondition; a `StaticString` is there
  /// for good.
  func byte(_ offset: Int, ofName index: Int) -> UInt8 {
    let position = index * (length + 1) + offset
    precondition(position >= 0 && position < text.utf8CodeUnitCount)
    return unsafe text.utf8Start[position]
  }
}
