/// The members of one container, in byte order of their names.
@frozen
public struct EdgeList: RandomAccessCollection, Sendable {
  public let startIndex: Int
  public let endIndex: Int

  @inlinable init(start: Int, count: Int) {
    startIndex = start
    endIndex = start &+ count
  }

  @inlinable public subscript(position: Int) -> EdgeID { EdgeID(rawValue: UInt32(truncatingIfNeeded: position)) }
}

extension ValidationTree {
  /// The members of a container.
  @inlinable public func edges(of container: ContainerID) -> EdgeList {
    let record = containerRecord(container)
    // Also a damaged container stays within the edges.
    let start = min(Int(bytes.u32(record)), sections.edgeWords.count)
    let count = min(Int(bytes.u16(record &+ 4)), sections.edgeWords.count &- start)
    return EdgeList(start: start, count: count)
  }

  /// Whether a member with this container is a subplot object: its name may carry a counter (`xaxis2`).
  @inlinable public func isSubplot(_ container: ContainerID) -> Bool {
    bytes.u16(containerRecord(container) &+ 6) & 1 != 0
  }

  /// Whether a member with this node is a subplot object.
  @inlinable public func isSubplot(_ node: NodeRef) -> Bool { node.kind == .container && isSubplot(node.container) }

  /// The member called `word`, or nil. O(log members).
  @inlinable public func edge(_ container: ContainerID, _ word: WordID) -> EdgeID? {
    let edges = edges(of: container)
    var low = edges.startIndex
    var high = edges.endIndex
    while low < high {
      let middle = (low &+ high) &>> 1
      let found = bytes.u16(sections.edgeWords.record(middle, stride: 2))
      if found == word.rawValue { return EdgeID(rawValue: UInt32(truncatingIfNeeded: middle)) }
      if found < word.rawValue { low = middle &+ 1 } else { high = middle }
    }
    return nil
  }

  /// The position of a member in its container, 0-based: for a bit set of names seen.
  @inlinable public func ordinal(of edge: EdgeID, in container: ContainerID) -> Int {
    Int(edge.rawValue) &- edges(of: container).startIndex
  }

  /// The name of a member.
  @inlinable public func word(of edge: EdgeID) -> WordID {
    WordID(rawValue: bytes.u16(sections.edgeWords.record(Int(edge.rawValue), stride: 2)))
  }

  /// What stands at a member, if that is the same thing wherever its container exists: nearly always. Otherwise nil,
  /// and the variants tell.
  @inlinable public func soleNode(of edge: EdgeID) -> NodeRef? {
    let target = target(of: edge)
    return target >= 0xC000 ? nil : NodeRef(rawValue: target)
  }

  /// How many variants a member has: at least one, except in a damaged tree. No two of them share a version.
  @inlinable public func variantCount(of edge: EdgeID) -> Int {
    let target = target(of: edge)
    return target >= 0xC000 ? groupRange(target).count : 1
  }

  /// One of the variants (0-based) of a member; one that holds nowhere if there is none at `index`.
  @inlinable public func variant(of edge: EdgeID, at index: Int) -> Variant {
    let target = target(of: edge)
    if target < 0xC000 { return Variant(versions: index == 0 ? .everywhere : [], node: NodeRef(rawValue: target)) }
    let group = groupRange(target)
    guard index >= 0, index < group.count else { return Variant(versions: [], node: NodeRef(rawValue: 0)) }
    let record = sections.variants.record(group.lowerBound &+ index, stride: 4)
    return Variant(versions: versionSet(bytes.u16(record)), node: NodeRef(rawValue: bytes.u16(record &+ 2)))
  }

  /// What stands at a member in version `index`, or nil if the version does not have it. The container must exist in that
  /// version.
  @inlinable public func node(of edge: EdgeID, inVersion index: Int) -> NodeRef? {
    for i in 0..<variantCount(of: edge) {
      let variant = variant(of: edge, at: i)
      if variant.versions.contains(VersionSet(version: index)) { return variant.node }
    }
    return nil
  }

  /// What stands at a member in each of `versions`, if that is the same thing; otherwise nil.
  @inlinable public func node(of edge: EdgeID, inAll versions: VersionSet) -> NodeRef? {
    for index in 0..<variantCount(of: edge) {
      let variant = variant(of: edge, at: index)
      if variant.versions.contains(versions) { return variant.node }
    }
    return nil
  }

  /// Where a member exists, to be intersected with the versions of the way down.
  @inlinable public func versions(of edge: EdgeID) -> VersionSet {
    var all = VersionSet.none
    for i in 0..<variantCount(of: edge) { all.formUnion(variant(of: edge, at: i).versions) }
    return all
  }

  @inlinable func target(of edge: EdgeID) -> UInt16 {
    bytes.u16(sections.edgeTargets.record(Int(edge.rawValue), stride: 2))
  }

  @inlinable func containerRecord(_ container: ContainerID) -> Int {
    // A container that does not exist has no record: an offset at which everything reads as 0.
    let index = Int(container.rawValue)
    return index < sections.containers.count ? sections.containers.record(index, stride: 8) : bytes.count
  }

  @inlinable func groupRange(_ target: UInt16) -> Range<Int> {
    let index = Int(target & 0x3FFF)
    guard index &+ 1 < sections.groups.count else { return 0..<0 }
    let record = sections.groups.record(index, stride: 4)
    let start = Int(bytes.u32(record))
    let end = Int(bytes.u32(record &+ 4))
    // More variants than versions cannot be: a damaged group must not make the walk slow.
    guard start <= end, end &- start <= 64, end <= sections.variants.count else { return 0..<0 }
    return start..<end
  }

  @inlinable func versionSet(_ index: UInt16) -> VersionSet {
    guard Int(index) < sections.versionSets.count else { return [] }
    return VersionSet(rawValue: bytes.u64(sections.versionSets.record(Int(index), stride: 8)))
  }
}
