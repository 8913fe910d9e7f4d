import FigureValidator
import ValidationTree

/// Room that the evaluation of conditions needs, for one figure after the other, and what was found out that holds for all of them.
final class DefaultsMemory {
  private var room = Room()

  /// That of a figure's memory.
  static func of(_ view: FigureView) -> DefaultsMemory {
    if let known = view.memory.defaults as? DefaultsMemory { return known }
    let new = DefaultsMemory()
    view.memory.defaults = new
    return new
  }

  /// What one figure uses at a time.
  struct Room {
    var object = DefaultsObject()
    var tokens = DefaultsTokens()
    var flags: [DefaultsFlags.State] = []
    var gates = DefaultsGates()
  }

  /// Lends the room until ``giveBack(_:)``.
  func take() -> Room {
    defer { room = Room() }
    return room
  }

  func giveBack(_ room: Room) { self.room = room }
}

/// The members of the object that is looked at, found at once by their names.
struct DefaultsObject {
  /// The object; -1 for none.
  private var index = -1
  /// For each word the member that was last found with it, above the number of the object in which it was found.
  private var slots: [UInt64] = []
  private var number: UInt64 = 1

  /// Goes over the members of an object. O(members in it).
  mutating func enter(_ object: Int, _ members: [FactMember], words: Int) {
    guard object != index else { return }
    if slots.count < words { slots = Array(repeating: 0, count: words) }
    leave()
    index = object
    let end = Int(members[object].end)
    var child = object + 1
    while child < end {
      let word = Int(members[child].name.rawValue)
      if word < slots.count, members[child].number == 0, !members[child].traits.isPartOfList {
        slots[word] = number << 32 | UInt64(UInt32(truncatingIfNeeded: child))
      }
      child = Int(members[child].end)
    }
  }

  /// Forgets the object: what comes is another figure's.
  mutating func leave() {
    index = -1
    number = (number + 1) & 0xFFFF_FFFF
  }

  /// The last member of the object with this name; nil where there is none.
  @inline(__always) func member(_ name: WordID) -> Int? {
    let word = Int(name.rawValue)
    guard word < slots.count, slots[word] >> 32 == number else { return nil }
    return Int(slots[word] & 0xFFFF_FFFF)
  }
}

/// What is known of features: for each its token, with the number of the context in which it was found.
struct DefaultsTokens {
  private var known: [UInt64] = []
  /// The number of the context, and within it that of the items that paths go through.
  private var number: UInt64 = 1
  private var itemNumber: UInt64 = 1
  private var lastNumber: UInt64 = 1

  /// Makes room for `count` features.
  mutating func reserve(_ count: Int) {
    if known.count < count { known = Array(repeating: 0, count: count) }
  }

  /// Goes to another context.
  mutating func enter() {
    lastNumber += 2
    number = lastNumber - 1
    itemNumber = lastNumber
  }

  /// Says that paths go through other items from now on.
  mutating func enterItems() {
    lastNumber += 1
    itemNumber = lastNumber
  }

  /// The token of a feature, if it is known.
  @inline(__always) subscript(_ feature: Int) -> DefaultsToken? {
    let entry = known[feature]
    guard entry >> 8 == number || entry >> 8 == itemNumber else { return nil }
    return DefaultsToken(rawValue: UInt8(truncatingIfNeeded: entry))
  }

  mutating func note(_ token: DefaultsToken, of feature: Int, goesThroughItems: Bool) {
    known[feature] = (goesThroughItems ? itemNumber : number) << 8 | UInt64(token.rawValue)
  }
}
