import JSONCore

/// Objects that tinycolor2 takes for colours: `{"r": 255, "g": 0, "b": 0}`, and the same with h, s and v or h, s and l.
enum ChannelObject {
  /// Passes the object that comes next and says whether it is a colour. O(length).
  ///
  /// A channel counts when its text has a digit anywhere: the number 1, `"50%"` and `"x1"` all do.
  static func scan(_ scanner: inout JSONScanner) throws(ScanError) -> Bool {
    var channels: Channels = []
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      let channel = channel(key, in: scanner.bytes)
      // The last of equal keys counts.
      if try holdsDigit(&scanner) { channels.formUnion(channel) } else { channels.subtract(channel) }
    }
    return channels.isSuperset(of: [.r, .g, .b]) || channels.isSuperset(of: [.h, .s, .v])
      || channels.isSuperset(of: [.h, .s, .l])
  }

  private struct Channels: OptionSet {
    let rawValue: UInt8
    static let (r, g, b) = (Channels(rawValue: 1), Channels(rawValue: 2), Channels(rawValue: 4))
    static let (h, s, v) = (Channels(rawValue: 8), Channels(rawValue: 16), Channels(rawValue: 32))
    static let l = Channels(rawValue: 64)
  }

  /// The channel with the name `key`, or none.
  private static func channel(_ key: KeyToken, in bytes: InputBytes) -> Channels {
    guard key.string.content.count == 1 else { return [] }
    return switch bytes[key.string.content.lowerBound] {
    case UInt8(ascii: "r"): .r
    case UInt8(ascii: "g"): .g
    case UInt8(ascii: "b"): .b
    case UInt8(ascii: "h"): .h
    case UInt8(ascii: "s"): .s
    case UInt8(ascii: "v"): .v
    case UInt8(ascii: "l"): .l
    default: []
    }
  }

  /// Passes the next value and says whether `String(value)` of ECMAScript has a digit: that of a list is that of its
  /// items, that of an object is the same for all objects and has none.
  private static func holdsDigit(_ scanner: inout JSONScanner) throws(ScanError) -> Bool {
    guard scanner.peek() == UInt8(ascii: "[") else { return try scalarHoldsDigit(&scanner) }
    let floor = scanner.depth
    var isFirst = true
    var found = false
    try scanner.openArray()
    while scanner.depth > floor {
      guard try scanner.nextElement(&isFirst) else {
        isFirst = false  // back in the list around
        continue
      }
      if scanner.peek() == UInt8(ascii: "[") {
        try scanner.openArray()
        isFirst = true
      } else if try scalarHoldsDigit(&scanner) {
        found = true
      }
    }
    return found
  }

  private static func scalarHoldsDigit(_ scanner: inout JSONScanner) throws(ScanError) -> Bool {
    switch scanner.peek() {
    case UInt8(ascii: "\""):
      return try scanner.scanDecodedString { bytes, text in text.contains { bytes[$0] &- UInt8(ascii: "0") < 10 } }
    case UInt8(ascii: "-"), 0x30...0x39:
      let token = try scanner.scanNumber()
      return token.kind == .number && NumberText.double(scanner.bytes, token.range).isFinite
    default:
      try scanner.skipValue()
      return false
    }
  }
}
