import JSONCore
import ValidationTree

/// Strings and numbers that were found right for an attribute in all targets. Colours, enumerated values, flags and sizes come
/// again and again.
struct ValueCache {
  struct Nothing: BitwiseCopyable {}
  typealias Slots = CacheSlots<Nothing>

  private let slots: Slots

  init(_ size: Slots.Size) { slots = Slots(size, filler: Nothing()) }

  /// A full one that holds what this one does.
  var grown: ValueCache {
    let new = ValueCache(.full)
    new.slots.keep(slots)
    return new
  }

  /// What a text is the text of: `1` may be right where `"1"` is wrong.
  enum Kind: UInt32 {
    case string = 0
    case number = 0x1_0000
  }

  @inline(__always) func isRight(_ text: ShortText, _ kind: Kind, for attribute: AttributeID) -> Bool {
    slots.find(text, kind.rawValue | UInt32(attribute.rawValue)) != nil
  }

  func keep(_ text: ShortText, _ kind: Kind, for attribute: AttributeID) {
    slots.keep(Nothing(), for: text, kind.rawValue | UInt32(attribute.rawValue))
  }
}
