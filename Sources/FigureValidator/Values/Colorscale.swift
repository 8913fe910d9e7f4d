package import JSONCore
package import ValidationTree

/// What plotly.js takes for a colorscale.
///
/// Source: `components/colorscale/scales.js` of plotly.js; the same in all versions from 1.58 to 4.1 but for what is a
/// colour.
package enum Colorscale {
  /// Passes the next value and says whether it is a colorscale: a name, a list of stops, or the JSON text of one of them.
  /// O(length).
  package static func scan(_ scanner: inout JSONScanner, grammar: ColourGrammar) throws(ScanError) -> Bool {
    switch scanner.peek() {
    case UInt8(ascii: "["): return try scanStops(&scanner, grammar)
    case UInt8(ascii: "\""): return try scanner.scanDecodedString { isColorscale($0, $1, grammar: grammar) }
    default:
      try scanner.skipValue()
      return false
    }
  }

  /// Whether the text in `range` is the name of a colorscale, or JSON text of stops or of such a name. O(length).
  package static func isColorscale(_ bytes: InputBytes, _ range: Range<Int>, grammar: ColourGrammar) -> Bool {
    // plotly.js parses the text, and what comes out once more if that is a text again.
    if ColorscaleNames.contains(bytes, range) { return true }
    return parse(bytes, range) { (scanner) throws(ScanError) in
      guard scanner.peek() == UInt8(ascii: "\"") else { return try scanStops(&scanner, grammar) }
      return try scanner.scanDecodedString { inner, text in
        if ColorscaleNames.contains(inner, text) { return true }
        return parse(inner, text) { (scanner) throws(ScanError) in try scanStops(&scanner, grammar) }
      }
    }
  }

  /// What `body` says of the value in `range`; false where `JSON.parse` would throw.
  private static func parse(
    _ bytes: InputBytes, _ range: Range<Int>, _ body: (inout JSONScanner) throws(ScanError) -> Bool
  ) -> Bool {
    var scanner = JSONScanner(bytes, range: range)
    do throws(ScanError) {
      guard try body(&scanner) else { return false }
      try scanner.expectEnd()
    } catch {
      return false
    }
    return !scanner.issues.contains { $0.kind == .trailingComma || $0.kind == .nonFiniteToken }
  }

  /// Passes the next value and says whether it is a list of at least two stops `[position, colour]` from 0 to 1.
  ///
  /// A position is whatever `Number` makes of it. One that is no number is let through between the first and the last,
  /// and so is any that follows it, since plotly.js asks whether a position is below the one before.
  private static func scanStops(_ scanner: inout JSONScanner, _ grammar: ColourGrammar) throws(ScanError) -> Bool {
    guard scanner.peek() == UInt8(ascii: "[") else {
      try scanner.skipValue()
      return false
    }
    try scanner.openArray()
    var isFirst = true
    var count = 0
    var last = 0.0
    var isColorscale = true
    while try scanner.nextElement(&isFirst) {
      let position = try scanStop(&scanner, grammar)
      count += 1
      if let position, !(position < last), count > 1 || position == 0 {
        last = position
      } else {
        isColorscale = false
      }
    }
    return isColorscale && count > 1 && last == 1
  }

  /// Passes the next value and returns the position where it is a stop, two items with a colour for the second.
  private static func scanStop(
    _ scanner: inout JSONScanner, _ grammar: ColourGrammar
  ) throws(ScanError) -> Double? {
    guard scanner.peek() == UInt8(ascii: "[") else {
      try scanner.skipValue()
      return nil
    }
    try scanner.openArray()
    var isFirst = true
    guard try scanner.nextElement(&isFirst) else { return nil }
    let position = try ScriptNumber.scan(&scanner)
    guard try scanner.nextElement(&isFirst) else { return nil }
    let isColour = try ColourValue.scan(&scanner, grammar: grammar)
    var isLast = true
    while try scanner.nextElement(&isFirst) {
      isLast = false
      try scanner.skipValue()
    }
    return isColour && isLast ? position : nil
  }
}
