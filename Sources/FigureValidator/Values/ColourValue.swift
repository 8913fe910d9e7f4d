package import JSONCore
package import ValidationTree

/// JSON values that plotly.js takes for colours and lists of colours.
package enum ColourValue {
  /// Passes the next value and says whether it is a colour: a text, and up to plotly.js 3.x also an object of channels.
  /// O(length).
  package static func scan(_ scanner: inout JSONScanner, grammar: ColourGrammar) throws(ScanError) -> Bool {
    switch scanner.peek() {
    case UInt8(ascii: "\""):
      return try scanner.scanDecodedString { Colour.isColour($0, $1, grammar: grammar) }
    case UInt8(ascii: "{") where grammar == .tinycolor:
      return try ChannelObject.scan(&scanner)
    default:
      try scanner.skipValue()
      return false
    }
  }

  /// Passes the next value and says whether it is what `valType` colorlist asks for: a list of one colour or more.
  /// O(length).
  package static func scanList(_ scanner: inout JSONScanner, grammar: ColourGrammar) throws(ScanError) -> Bool {
    guard scanner.peek() == UInt8(ascii: "[") else {
      try scanner.skipValue()
      return false
    }
    try scanner.openArray()
    var isFirst = true
    var count = 0
    var areColours = true
    while try scanner.nextElement(&isFirst) {
      count += 1
      if try !scan(&scanner, grammar: grammar) { areColours = false }
    }
    return count > 0 && areColours
  }
}
