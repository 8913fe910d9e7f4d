import JSONCore

/// The memory of a cache: a table of slots. An entry stands in one of two that its hash leads to: a later one for the first of
/// them moves it to the second, so that some that take turns do not drive each other out. Copies share it.
///
/// A slot is found by a text and a number that go with an entry, and the whole of both is compared, so that a cache never
/// answers for something else.
///
/// Invariant: `slots` points to ``count`` slots, a power of two, that are initialised and live as long as `owner`. An index has as
/// many bits as leads to one of them. Not sendable: slots are read and written without a lock.
@safe
struct CacheSlots<Content: BitwiseCopyable> {
  fileprivate struct Slot {
    var low: UInt64
    var high: UInt64
    var number: UInt32
    var content: Content

    /// Whether nothing was ever kept here: no text is all zeros.
    var isEmpty: Bool { low == 0 && high == 0 }
  }

  /// How many slots there are.
  enum Size: UInt64 {
    /// For one text of a few kilobytes. Memory that is touched first costs more than all that is done with it.
    case small = 8
    case full = 10
  }

  let count: Int
  /// What leaves the bits of an index of a hash.
  private let shift: UInt64
  private let owner: SlotOwner
  private let slots: UnsafeMutablePointer<Slot>

  /// - Parameter filler: the content of slots without an entry; nobody sees it.
  init(_ size: Size, filler: Content) {
    count = 1 << Int(size.rawValue)
    shift = 64 - size.rawValue
    owner = SlotOwner(byteCount: count * MemoryLayout<Slot>.stride, alignment: MemoryLayout<Slot>.alignment)
    unsafe slots = owner.memory.initializeMemory(
      as: Slot.self, repeating: Slot(low: 0, high: 0, number: 0, content: filler), count: count)
  }

  /// Takes the entries of another one, as far as there is room.
  func keep(_ other: CacheSlots) {
    for index in 0..<other.count {
      let slot = unsafe other.slots[index]
      if !slot.isEmpty { keep(slot) }
    }
  }

  /// The entry of `text` and `number`, if it is still there; nil for ``ShortText/none``.
  @inline(__always) func find(_ text: ShortText, _ number: UInt32) -> Content? {
    let places = places(text.low, text.high, number)
    return content(at: places.first, text, number) ?? content(at: places.second, text, number)
  }

  @inline(__always) private func content(at index: Int, _ text: ShortText, _ number: UInt32) -> Content? {
    let slot = unsafe slots + index
    guard unsafe slot.pointee.low == text.low, unsafe slot.pointee.high == text.high,
      unsafe slot.pointee.number == number, !text.isNone
    else { return nil }
    return unsafe slot.pointee.content
  }

  /// Makes an entry, in place of another one if need be; none for ``ShortText/none``.
  func keep(_ content: Content, for text: ShortText, _ number: UInt32) {
    if !text.isNone { keep(Slot(low: text.low, high: text.high, number: number, content: content)) }
  }

  private func keep(_ slot: Slot) {
    let place = places(slot.low, slot.high, slot.number).first
    let earlier = unsafe slots[place]
    unsafe slots[place] = slot
    let places = places(earlier.low, earlier.high, earlier.number)
    // One that stands in its second slot has had its time.
    guard !earlier.isEmpty, places.first == place, places.second != place else { return }
    unsafe slots[places.second] = earlier
  }

  /// The slots in which an entry can stand.
  @inline(__always) private func places(_ low: UInt64, _ high: UInt64, _ number: UInt32) -> (first: Int, second: Int) {
    let mixed = low ^ (high &* 0x9FB2_1C65_1E98_DF25) ^ UInt64(number) &<< 17
    let hash = mixed &* 0x9E37_79B9_7F4A_7C15
    return (Int(truncatingIfNeeded: hash &>> shift), Int(truncatingIfNeeded: hash &>> 32) & (count &- 1))
  }
}

/// Frees the slots. It does not know their type, since Swift puts generic classes together at run time.
@safe
private final class SlotOwner {
  let memory: UnsafeMutableRawPointer

  init(byteCount: Int, alignment: Int) { unsafe memory = .allocate(byteCount: byteCount, alignment: alignment) }

  deinit { unsafe memory.deallocate() }
}
