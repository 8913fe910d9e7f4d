import JSONCore

/// Reads text as if its ASCII letters were lower case.
enum LowercaseText {
  /// The byte at `offset`, a capital letter as its small one.
  static func byte(_ bytes: InputBytes, at offset: Int) -> UInt8 {
    let byte = bytes[offset]
    return byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  /// Whether `word`, which has no capitals, stands at `offset` and ends no later than `end`.
  static func matches(_ bytes: InputBytes, at offset: Int, before end: Int, _ word: StaticString) -> Bool {
    offset + word.utf8CodeUnitCount <= end && equals(bytes, offset..<offset + word.utf8CodeUnitCount, word)
  }
}
