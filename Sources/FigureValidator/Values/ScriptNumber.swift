import JSONCore

/// What `Number(value)` of ECMAScript makes of a JSON value of any kind.
enum ScriptNumber {
  /// Passes the next value and returns its number, NaN where it has none. O(length).
  ///
  /// A list has that of its only item, which is how `[["5"]]` comes to be 5; null and the empty list are 0.
  static func scan(_ scanner: inout JSONScanner) throws(ScanError) -> Double {
    var levels = 0
    while scanner.peek() == UInt8(ascii: "[") {
      try scanner.openArray()
      levels += 1
      var isFirst = true
      if try !scanner.nextElement(&isFirst) { return try behindItem(&scanner, worth: 0, levels - 1) }
    }
    return try behindItem(&scanner, worth: try scalar(&scanner, inList: levels > 0), levels)
  }

  /// Passes the rest of `levels` lists whose first item is `number`.
  private static func behindItem(
    _ scanner: inout JSONScanner, worth number: Double, _ levels: Int
  ) throws(ScanError) -> Double {
    var number = number
    for _ in 0..<levels {
      var isFirst = false
      while try scanner.nextElement(&isFirst) {
        number = .nan
        try scanner.skipValue()
      }
    }
    return number
  }

  private static func scalar(_ scanner: inout JSONScanner, inList: Bool) throws(ScanError) -> Double {
    switch scanner.peek() {
    case UInt8(ascii: "\""): return try scanner.scanDecodedString { NumericText.number($0, $1) }
    case UInt8(ascii: "-"), 0x30...0x39:
      let token = try scanner.scanNumber()
      return token.kind == .number ? NumberText.double(scanner.bytes, token.range) : .nan
    default:
      switch try scanner.skipValue() {
      case .null: return 0
      // A list becomes a text first, and the text `true` is no number.
      case .true where !inList: return 1
      case .false where !inList: return 0
      default: return .nan
      }
    }
  }
}
