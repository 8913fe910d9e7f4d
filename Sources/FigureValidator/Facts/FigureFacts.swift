package import JSONCore
package import ValidationTree

/// What the walk noted of a figure for rules that look at more than one value: a flat outline, without paths and texts.
///
/// The members of `data`, `layout`, `frames` and `config` that the schema knows stand in the order in which they were walked,
/// each before those inside it. Texts and numbers stay where they are, in the input: a ``FigureView`` reads them.
/// What the schema does not describe (what is inside arrays of data, info_arrays and attributes of type `any`) has no members.
///
/// Memory: 40 bytes for each member, whatever the length of arrays; figures with more than ``maximumMembers`` have no facts.
package struct FigureFacts: Sendable {
  package private(set) var members: [FactMember] = []
  package private(set) var surveys: [ArraySurvey] = []
  /// The parts of the figure, or of the template, by their index in ``members``; nil for one that there is not.
  package internal(set) var data: Int?
  package internal(set) var layout: Int?
  package internal(set) var frames: Int?
  package internal(set) var config: Int?
  /// So many bytes further on than the members say everything is: the text of a template was walked elsewhere.
  package var shift = 0
  /// Whether there were too many members. There is none then.
  package private(set) var isTooLarge = false

  /// The member that is being walked; -1 for none.
  private(set) var current: Int32 = -1

  /// 5 MB of them. A figure with more is no longer one that a person reads findings about.
  package static let maximumMembers = 131_072

  package init() {}
}

/// A member of an object, or an item of a list, in the outline of a figure.
package struct FactMember: Sendable {
  /// Where the value begins (0-based byte, before ``FigureFacts/shift``), and its length in bytes.
  package internal(set) var start: Int
  package internal(set) var length: UInt32
  /// How many bytes before the value the key begins, with its quote; 0 for an item.
  var keyDistance: UInt32
  /// The index of the member that it is in; -1 for a part of the figure.
  package internal(set) var parent: Int32
  /// The index behind the last member inside.
  package internal(set) var end: Int32
  /// For an item its index (0-based); for a subplot object the counter of its name, 0 where it has none.
  package internal(set) var number: Int32
  /// For an array its index in ``FigureFacts/surveys``; for a trace its type's ordinal; else -1.
  package internal(set) var detail: Int32
  /// The length of the key with its quotes, at most 65,535.
  var keyLength: UInt16
  /// The name without counter; ``FactMember/noName`` for an item, a part, and names that no schema has.
  package internal(set) var name: WordID
  /// What the schema has there.
  package internal(set) var node: NodeRef
  package internal(set) var kind: ValueKind
  package internal(set) var traits: Traits

  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    // The operations of option sets again, so that other modules call these and not the generic ones.
    package func contains(_ other: Traits) -> Bool { rawValue & other.rawValue == other.rawValue }
    package func isDisjoint(with other: Traits) -> Bool { rawValue & other.rawValue == 0 }

    /// Whether it is an item, or what items start from, and no member that has a name.
    package var isPartOfList: Bool { rawValue & (Traits.isItem.rawValue | Traits.isItemDefaults.rawValue) != 0 }

    /// Something is wrong with the value itself: rules that depend on it stay silent.
    package static var isWrong: Traits { Traits(rawValue: 1 << 0) }
    /// There are keys in it that the schema does not know.
    package static var hasUnknownKeys: Traits { Traits(rawValue: 1 << 1) }
    /// An item of a list.
    package static var isItem: Traits { Traits(rawValue: 1 << 2) }
    /// In a template, what the items of the list of this name start from (`annotationdefaults`).
    package static var isItemDefaults: Traits { Traits(rawValue: 1 << 3) }
    /// A trace.
    package static var isTrace: Traits { Traits(rawValue: 1 << 4) }
    /// The text of the name has escapes.
    package static var hasEscapedName: Traits { Traits(rawValue: 1 << 5) }
  }

  package static var noName: WordID { WordID(rawValue: 0xFFFF) }

  /// Ends the value at `offset` of the text, and with it what is inside, all members before `last`; returns the parent.
  @inline(__always) fileprivate mutating func close(at offset: Int, behind last: Int) -> Int32 {
    length = UInt32(clamping: offset &- start)
    end = Int32(truncatingIfNeeded: last)
    return parent
  }
}

extension FigureFacts {
  /// The value of a member: 0-based bytes.
  package func range(of index: Int) -> Range<Int> {
    let start = members[index].start + shift
    return start..<start + Int(members[index].length)
  }

  /// The key of a member with its quotes; of an item, its value.
  package func keyRange(of index: Int) -> Range<Int> {
    let member = members[index]
    guard member.keyDistance > 0 else { return range(of: index) }
    let start = member.start + shift - Int(member.keyDistance)
    return start..<start + Int(member.keyLength)
  }

  /// What was found out about an array, typed ones included; nil for another value.
  package func survey(of index: Int) -> ArraySurvey? {
    let survey = Int(members[index].detail)
    guard survey >= 0, survey < surveys.count, !members[index].traits.contains(.isTrace) else { return nil }
    return surveys[survey]
  }

  /// The type of a trace, as the ordinal of its edge in the tree's `traces`; nil for what is no trace, as an item of `data` that is
  /// no object.
  package func traceType(of index: Int) -> Int? {
    let member = members[index]
    return member.traits.contains(.isTrace) && member.detail >= 0 ? Int(member.detail) : nil
  }

  /// The members in an object, or the items of a list.
  package func children(of index: Int) -> Children {
    Children(members: members, position: index + 1, end: Int(members[index].end))
  }

  package struct Children: Sequence, IteratorProtocol {
    fileprivate let members: [FactMember]
    fileprivate var position: Int
    fileprivate let end: Int

    package mutating func next() -> Int? {
      guard position < end else { return nil }
      defer { position = Int(members[position].end) }
      return position
    }
  }
}

extension FigureFacts {
  /// The same with ``shift`` 0: places are from where the shift says.
  var settled: FigureFacts {
    var facts = self
    for index in facts.members.indices { facts.members[index].start += shift }
    facts.shift = 0
    return facts
  }
}

// MARK: - Noting

extension FigureFacts {
  /// A state to go back to, when what was walked turns out to be something else.
  struct Mark {
    fileprivate let members: Int
    fileprivate let surveys: Int
    fileprivate let current: Int32
    fileprivate let traits: FactMember.Traits
  }

  var mark: Mark {
    Mark(
      members: members.count, surveys: surveys.count, current: current,
      traits: current < 0 ? [] : members[Int(current)].traits)
  }

  mutating func goBack(to mark: Mark) {
    guard !isTooLarge else { return }
    members.removeSubrange(mark.members...)
    surveys.removeSubrange(mark.surveys...)
    current = mark.current
    if current >= 0 { members[Int(current)].traits = mark.traits }
  }

  /// Notes a member whose value begins at `start`; returns its index for ``close(_:at:)``.
  @inline(__always)
  mutating func open(
    _ name: WordID, _ number: Int32, _ node: NodeRef, _ traits: FactMember.Traits, key: Range<Int>?, at start: Int,
    _ kind: ValueKind
  ) -> Int {
    guard members.count < FigureFacts.maximumMembers else {
      giveUp()
      return -1
    }
    let index = members.count
    members.append(
      FactMember(
        start: start, length: 0,
        keyDistance: key.map { UInt32(truncatingIfNeeded: start &- $0.lowerBound) } ?? 0, parent: current,
        end: Int32(truncatingIfNeeded: index &+ 1), number: number, detail: -1,
        keyLength: key.map { UInt16(clamping: $0.count) } ?? 0, name: name, node: node, kind: kind, traits: traits))
    current = Int32(truncatingIfNeeded: index)
    return index
  }

  /// Makes room for what a figure of `length` bytes has at most, mostly: for one with much more, room grows.
  mutating func reserve(forTextOf length: Int) {
    members.reserveCapacity(min(length / 16 + 16, FigureFacts.maximumMembers / 8))
    surveys.reserveCapacity(min(length / 64 + 4, FigureFacts.maximumMembers / 16))
  }

  /// Says that the member at `index` ends at `end`.
  @inline(__always) mutating func close(_ index: Int, at end: Int) {
    guard index >= 0, index < members.count else { return }
    current = members[index].close(at: end, behind: members.count)
  }

  /// Goes on with the member at `index`, the last one of all that are closed: what comes is in it, too.
  mutating func reopen(_ index: Int) {
    if index >= 0, index < members.count { current = Int32(truncatingIfNeeded: index) }
  }

  private mutating func giveUp() {
    isTooLarge = true
    members = []
    surveys = []
    (data, layout, frames, config) = (nil, nil, nil, nil)
    current = -1
  }

  /// Whether the value at `start` is that of the member being walked.
  @inline(__always) func isCurrent(at start: Int) -> Bool { current >= 0 && members[Int(current)].start == start }

  /// Says what is in the array that is being walked.
  mutating func note(_ survey: ArraySurvey) {
    guard current >= 0 else { return }
    members[Int(current)].detail = Int32(truncatingIfNeeded: surveys.count)
    surveys.append(survey)
  }

  /// Says which type the trace being walked has.
  mutating func note(traceType: Int) {
    guard current >= 0 else { return }
    members[Int(current)].detail = Int32(truncatingIfNeeded: traceType)
  }

  /// Says that something is wrong with the member being walked.
  mutating func note(_ traits: FactMember.Traits) {
    guard current >= 0 else { return }
    members[Int(current)].traits.formUnion(traits)
  }
}
