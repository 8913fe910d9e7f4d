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
    /// Whether trace types contribute something of this name to the layout or to one of its subplots.
    let isContributed: Bool
    /// Whether trace types contribute something to a subplot of this name.
    let isContributedTo: Bool
  }

  private let slots = CacheSlots<Member>(
    filler: Member(
      edge: EdgeID(rawValue: 0), word: WordID(rawValue: 0), node: NodeRef(rawValue: 0), ordinal: 0,
      isContributed: false,
      isContributedTo: false))

  @inline(__always) func member(_ name: ShortText, of container: ContainerID) -> Member? {
    slots.find(name, UInt32(container.rawValue))
  }

  func keep(_ member: Member, _ name: ShortText, of container: ContainerID) {
    slots.keep(member, for: name, UInt32(container.rawValue))
  }
}
