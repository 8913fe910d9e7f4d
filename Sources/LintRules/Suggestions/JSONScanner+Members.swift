import FigureValidator
import JSONCore

/// Going over containers where speed does not matter.
extension JSONScanner {
  /// Calls `body` before the value of each member, which it must pass. Passes a value that is no object.
  mutating func forEachMember(
    _ body: (KeyToken, inout JSONScanner) throws(ScanError) -> Void
  ) throws(ScanError) {
    guard peek() == UInt8(ascii: "{") else {
      try skipValue()
      return
    }
    try openObject()
    var isFirst = true
    while let key = try nextUnloggedKey(&isFirst) { try body(key, &self) }
  }

  /// Passes the next value, a member of the object that `inside` is of.
  mutating func skipValue(knowing values: KnownValues?, _ inside: inout KnownValues.Inside) throws(ScanError) {
    _ = peek()
    if let end = values?.value(at: position, &inside)?.end {
      position = end
    } else {
      try skipValue()
    }
  }

  /// Calls `body` before each element, which it must pass. Passes a value that is no array.
  mutating func forEachElement(_ body: (inout JSONScanner) throws(ScanError) -> Void) throws(ScanError) {
    guard peek() == UInt8(ascii: "[") else {
      try skipValue()
      return
    }
    try openArray()
    var isFirst = true
    while try nextElement(&isFirst) { try body(&self) }
  }

  /// Passes the next value; returns the text of the last of its members called `name`, if that is a string.
  mutating func textOfMember(_ name: StaticString) throws(ScanError) -> String? {
    var text: String?
    try forEachMember { (key, scanner) throws(ScanError) in
      guard key.hasText(name, scanner.bytes) else {
        try scanner.skipValue()
        return
      }
      if scanner.peek() == UInt8(ascii: "\"") {
        text = StringText.string(scanner.bytes, try scanner.scanString().content)
      } else {
        text = nil
        try scanner.skipValue()
      }
    }
    return text
  }
}
