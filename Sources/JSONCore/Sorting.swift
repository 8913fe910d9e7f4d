/// Sorting that is compiled once, for all types.
///
/// The standard library's `sort` is compiled anew for each type of element, which takes the compiler longer than most files of this
/// package. Where a few elements are sorted, these do.
extension Sequence {
  /// The elements in the order of `precedes`; those that are equal keep theirs. O(n log n).
  @inlinable public func inOrder(by precedes: (Element, Element) -> Bool) -> [Element] {
    let elements = Array(self)
    return sortedIndices(elements.count) { precedes(elements[$0], elements[$1]) }.map { elements[$0] }
  }
}

/// The numbers below `count` in the order of `precedes`, stably.
@inline(never) @usableFromInline func sortedIndices(_ count: Int, by precedes: (Int, Int) -> Bool) -> [Int] {
  (0..<count).sorted(by: precedes)
}
