import JSONCore
import ValidationTree

/// What a key was found to mean in its container: one look instead of a search for the word and another for the member.
///
/// Figures use a few hundred of the schema's ten thousands of members, so that nearly every key is found here.
struct MemberCache {
  /// A member that is the same for all targets, wherever in a figure its container is.
  struct Member: BitwiseCopyable {
    let edge: EdgeID
    let word: WordID
    let node: NodeRef
    /// The position of the member in its container.
    let ordinal: UInt16
    let traits: Traits

    var isContributed: Bool { traits.contains(.contributed) }
    var isContributedTo: Bool { traits.contains(.contributedTo) }
  }

  struct Traits: OptionSet, BitwiseCopyable {
    let rawValue: UInt8

    /// Trace types contribute something of this name to the layout or to one of its subplots.
    static var contributed: Traits { Traits(rawValue: 1 << 0) }
    /// Trace types contribute something to a subplot of this name.
    static var contributedTo: Traits { Traits(rawValue: 1 << 1) }
    /// An attribute for which every string is right.
    static var takesAnyString: Traits { Traits(rawValue: 1 << 2) }
    /// An attribute for which every finite number is right.
    static var takesAnyNumber: Traits { Traits(rawValue: 1 << 3) }
  }

  typealias Slots = CacheSlots<Member>

  private let slots: Slots

  init(_ size: Slots.Size) {
    slots = Slots(
      size,
      filler: Member(
        edge: EdgeID(rawValue: 0), word: WordID(rawValue: 0), node: NodeRef(rawValue: 0), ordinal: 0, traits: []))
  }

  /// A full one that holds what this one does.
  var grown: MemberCache {
    let new = MemberCache(.full)
    new.slots.keep(slots)
    return new
  }

  @inline(__always) func member(_ name: ShortText, of container: ContainerID) -> Member? {
    slots.find(name, UInt32(container.rawValue))
  }

  func keep(_ member: Member, _ name: ShortText, of container: ContainerID) {
    slots.keep(member, for: name, UInt32(container.rawValue))
  }
}
