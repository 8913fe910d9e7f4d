/// What trace types add to the layout under one name.
@frozen
public struct ContributionList: Sendable {
  /// The entries in the tree.
  @usableFromInline let range: Range<Int>
  @inlinable init(range: Range<Int>) { self.range = range }

  /// Nothing.
  @inlinable public static var none: ContributionList { ContributionList(range: 0..<0) }

  @inlinable public var count: Int { range.count }
  @inlinable public var isEmpty: Bool { range.isEmpty }
}

extension ValidationTree {
  /// What trace types contribute under the name `word`: to the layout itself, or to its subplot objects called `subplot`
  /// (barpolar's go into `polar`). What is contributed comes before the layout's own attribute of that name.
  /// O(log contributed names).
  @inlinable public func contributions(_ word: WordID, inside subplot: WordID? = nil) -> ContributionList {
    let wanted = UInt32(subplot?.rawValue ?? 0xFFFF) &<< 16 | UInt32(word.rawValue)
    var low = 0
    var high = sections.contributions.count
    while low < high {
      let middle = (low &+ high) &>> 1
      let found = contributionKey(middle)
      if found == wanted { return contributionEntries(middle) }
      if found < wanted { low = middle &+ 1 } else { high = middle }
    }
    return ContributionList(range: 0..<0)
  }

  /// One of the entries (0-based) of a list. Entries for the same version name different types.
  @inlinable public func contribution(_ list: ContributionList, at index: Int) -> Contribution {
    guard index >= 0, index < list.count else {
      return Contribution(types: [], variant: Variant(versions: [], node: NodeRef(rawValue: 0)))
    }
    let record = sections.contributionEntries.record(list.range.lowerBound &+ index, stride: 16)
    return Contribution(
      types: TraceTypeSet(rawValue: bytes.u64(record)),
      variant: Variant(
        versions: versionSet(bytes.u16(record &+ 8)), node: NodeRef(rawValue: bytes.u16(record &+ 10))))
  }

  /// How many names trace types contribute, those inside subplot objects included.
  public var contributedNameCount: Int { sections.contributions.count }

  /// One of the contributed names (0-based), ordered by subplot and name, and what is contributed.
  public func contributedName(at index: Int) -> (subplot: WordID?, word: WordID, list: ContributionList) {
    let key = contributionKey(index)
    let subplot = UInt16(key >> 16)
    return (
      subplot == 0xFFFF ? nil : WordID(rawValue: subplot), WordID(rawValue: UInt16(truncatingIfNeeded: key)),
      contributionEntries(index)
    )
  }

  @inlinable func contributionKey(_ index: Int) -> UInt32 {
    let record = sections.contributions.record(index, stride: 12)
    return UInt32(bytes.u16(record)) &<< 16 | UInt32(bytes.u16(record &+ 2))
  }

  @inlinable func contributionEntries(_ index: Int) -> ContributionList {
    guard index >= 0, index < sections.contributions.count else { return ContributionList(range: 0..<0) }
    let record = sections.contributions.record(index, stride: 12)
    let start = min(Int(bytes.u32(record &+ 4)), sections.contributionEntries.count)
    let count = min(Int(bytes.u32(record &+ 8)), sections.contributionEntries.count &- start)
    return ContributionList(range: start..<start &+ count)
  }
}
