package import JSONCore

/// A look at the beginning of a text, to tell a grid from a figure before either is walked.
package enum GridLook: Sendable {
  case grid
  case other
  /// The beginning does not tell: what comes first is long.
  case unclear

  /// How far the look goes.
  private static let window = 1 << 16

  /// Looks at `bytes`. O(1): at most 64 KB are read, mostly a few keys.
  package init(_ bytes: InputBytes) {
    var scanner = JSONScanner(bytes.prefix(GridLook.window), range: 0..<min(bytes.count, GridLook.window))
    scanner.passByteOrderMark()
    do throws(ScanError) {
      self = try GridLook.look(&scanner)
    } catch {
      self = bytes.count > GridLook.window ? .unclear : .other
    }
  }

  private static func look(_ scanner: inout JSONScanner) throws(ScanError) -> GridLook {
    guard scanner.peek() == UInt8(ascii: "{") else { return .other }
    try scanner.openObject()
    var isFirst = true
    var isRecord = false
    while let key = try scanner.nextUnloggedKey(&isFirst) {
      let bytes = scanner.bytes
      let value = scanner.peek()
      if key.hasText("cols", bytes) { return try lookAtColumns(&scanner) ? .grid : .other }
      if key.hasText("data", bytes) {
        guard value == UInt8(ascii: "{") else { return .other }
        return try lookAtData(&scanner) ? .grid : .other
      }
      if key.hasText("file", bytes), value == UInt8(ascii: "{") { return try look(&scanner) }
      if key.hasText("layout", bytes) || key.hasText("frames", bytes) || key.hasText("cells", bytes) { return .other }
      let start = scanner.position
      try scanner.skipValue()
      if key.hasText("filetype", bytes) {
        guard bytes.equals(start..<scanner.position, "\"grid\"") else { return .other }
        isRecord = true
      }
    }
    return isRecord ? .grid : .other
  }

  /// Whether `data` holds a grid to be made: the names of trace types would make it a template's.
  private static func lookAtData(_ scanner: inout JSONScanner) throws(ScanError) -> Bool {
    try scanner.openObject()
    var isFirst = true
    while let key = try scanner.nextUnloggedKey(&isFirst) {
      let value = scanner.peek()
      if key.hasText("cols", scanner.bytes) { return value == UInt8(ascii: "{") || value == UInt8(ascii: "[") }
      guard key.hasText("metadata", scanner.bytes) else { return false }
      try scanner.skipValue()
    }
    return false
  }

  /// Whether the first of the columns looks like one.
  private static func lookAtColumns(_ scanner: inout JSONScanner) throws(ScanError) -> Bool {
    var isFirst = true
    switch scanner.peek() {
    case UInt8(ascii: "{"):
      try scanner.openObject()
      // Without columns nothing tells it from other JSON but the name.
      guard try scanner.nextUnloggedKey(&isFirst) != nil else { return true }
    case UInt8(ascii: "["):
      try scanner.openArray()
      guard try scanner.nextElement(&isFirst) else { return true }
    default: return false
    }
    guard scanner.peek() == UInt8(ascii: "{") else { return false }
    try scanner.openObject()
    isFirst = true
    while let key = try scanner.nextUnloggedKey(&isFirst) {
      let value = scanner.peek()
      let bytes = scanner.bytes
      if key.hasText("data", bytes), value == UInt8(ascii: "[") { return true }
      if key.hasText("uid", bytes), value == UInt8(ascii: "\"") { return true }
      if key.hasText("order", bytes), value == UInt8(ascii: "-") || 0x30...0x39 ~= value { return true }
      try scanner.skipValue()
    }
    return false
  }
}
