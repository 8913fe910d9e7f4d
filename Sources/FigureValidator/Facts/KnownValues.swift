import JSONCore

/// Where values of a figure end, as the walk noted: whoever reads the text again need not read what it goes past.
///
/// Only what ``FigureFacts`` has is known; a figure without facts is read as a whole.
package struct KnownValues: Sendable {
  private let members: [FactMember]
  private let parts: [Int]

  package init(_ facts: FigureFacts) {
    // The text of a template has facts of its own, whose places are shifted: theirs never come here.
    members = facts.shift == 0 ? facts.members : []
    parts = facts.shift == 0 ? [facts.data, facts.layout, facts.frames, facts.config].compactMap(\.self) : []
  }

  /// The members of one object or the items of one list, as far as they are known, in the order of the text.
  package struct Inside: Sendable {
    fileprivate var next: Int
    fileprivate let end: Int
    /// Of the figure itself, whose parts may be walked in another order.
    fileprivate let isFigure: Bool

    /// Nothing is known.
    package static let nothing = Inside(next: 0, end: 0, isFigure: false)
  }

  /// What is in the figure itself.
  package var figure: Inside { Inside(next: 0, end: 0, isFigure: true) }

  /// What is in the member at an index that ``index(ofValueAt:_:)`` gave.
  package func inside(_ index: Int) -> Inside { Inside(next: index + 1, end: Int(members[index].end), isFigure: false) }

  /// The index of the member whose value begins at `offset`; nil where it is not known. Offsets in one object are to be asked for in
  /// ascending order.
  package func index(ofValueAt offset: Int, _ inside: inout Inside) -> Int? {
    if inside.isFigure { return parts.first { members[$0].start == offset } }
    while inside.next < inside.end, members[inside.next].start < offset { inside.next = Int(members[inside.next].end) }
    return inside.next < inside.end && members[inside.next].start == offset ? inside.next : nil
  }

  /// What is in the object or array that opens at `offset`. O(log members).
  package func inside(valueAt offset: Int) -> Inside {
    guard let part = parts.first(where: { members[$0].start <= offset && offset < end(of: $0) ?? 0 }) else {
      return .nothing
    }
    var (low, high) = (part, Int(members[part].end))
    while low < high {
      let middle = (low &+ high) / 2
      if members[middle].start < offset { low = middle + 1 } else { high = middle }
    }
    return low < members[part].end && members[low].start == offset ? inside(low) : .nothing
  }

  /// Where the value of a member ends (0-based, exclusive); nil where the walk broke off in it.
  package func end(of index: Int) -> Int? {
    let length = members[index].length
    return length > 0 && length < .max ? members[index].start + Int(length) : nil
  }
}
