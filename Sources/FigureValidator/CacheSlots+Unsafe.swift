import JSONCore

/// The memory of a cache: a table of slots. An entry stands in one of two that its hash leads to: a later one for the first of
/// them moves it to the second, so that some that take turns do not drive each other out. Copies share it.
///
/// A slot is found by a text and a number that go with an entry, and the whole of both is compared, so that a cache never
/// answers for something else.
///
/// Invariant: `slots` points to ``count`` slots that are initialised and live as long as `owner`. An index has as many bits
/// as leads to one of them. Not sendable: slots are read and written without a lock.
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

  private static var indexBits: UInt64 { 10 }
  static var count: Int { 1 << Int(indexBits) }

  private let owner: SlotOwner<Slot>
  private let slots: UnsafeMutablePointer<Slot>

  /// - Parameter filler: the content of slots without an entry; nobody sees it.
  init(filler: Content) {
    owner = SlotOwner(Slot(low: 0, high: 0, number: 0, content: filler), count: Self.count)
    unsafe slots = owner.slots
  }

  /// The entry of `text` and `number`, if it is still there; nil for ``ShortText/none``.
  @inline(__always) func find(_ text: ShortText, _ number: UInt32) -> Content? {
    let places = Places(text.low, text.high, number)
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
    if text.isNone { return }
    let place = Places(text.low, text.high, number).first
    let earlier = unsafe slots[place]
    unsafe slots[place] = Slot(low: text.low, high: text.high, number: number, content: content)
    let places = Places(earlier.low, earlier.high, earlier.number)
    // One that stands in its second slot has had its time.
    guard !earlier.isEmpty, places.first == place, places.second != place else { return }
    unsafe slots[places.second] = earlier
  }

  /// The slots in which an entry can stand.
  private struct Places {
    let first: Int
    let second: Int

    @inline(__always) init(_ low: UInt64, _ high: UInt64, _ number: UInt32) {
      let mixed = low ^ (high &* 0x9FB2_1C65_1E98_DF25) ^ UInt64(number) &<< 17
      let hash = mixed &* 0x9E37_79B9_7F4A_7C15
      first = Int(truncatingIfNeeded: hash &>> (64 &- CacheSlots.indexBits))
      second = Int(truncatingIfNeeded: hash &>> 32) & (CacheSlots.count &- 1)
    }
  }
}

/// Frees the slots.
@safe
private final class SlotOwner<Slot: BitwiseCopyable> {
  let slots: UnsafeMutablePointer<Slot>

  init(_ filler: Slot, count: Int) {
    unsafe slots = .allocate(capacity: count)
    unsafe slots.initialize(repeating: filler, count: count)
  }

  deinit { unsafe slots.deallocate() }
}
