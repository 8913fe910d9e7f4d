import Diagnostics
package import JSONCore

/// What stands where JSON stops being JSON, and what is needed there.
package struct BrokenText {
  private let kind: ScanError.Kind
  private let range: Range<Int>
  private let bytes: InputBytes

  package init(_ kind: ScanError.Kind, _ range: Range<Int>, _ bytes: InputBytes) {
    self.kind = kind
    self.range = range
    self.bytes = bytes
  }

  package var words: Words {
    switch kind {
    case .endOfInput(let needed): endOfInput(needed)
    case .expected(let needed): unexpected(needed)
    case .unterminatedString: Words("the string that begins here has no closing quote", help: "add the missing '\"'")
    case .controlCharacter(let byte): controlCharacter(byte)
    case .invalidEscape: invalidEscape
    case .invalidNumber(let fault): invalidNumber(fault)
    case .unknownLiteral: unknownLiteral
    case .tooDeep(let limit): Words("more than \(limit) arrays and objects are nested")
    case .trailingText: trailingText
    }
  }

  /// What stands there: a word, a number, or one character.
  private var shown: String { ClippedText(raw: range, bytes).quoted }
  private var first: UInt8 { bytes[range.lowerBound] }
  private var second: UInt8 { bytes[range.lowerBound + 1] }

  // MARK: - Ends

  private func endOfInput(_ needed: ScanError.Needed) -> Words {
    let isBlank = (0..<range.lowerBound).prefix(1000).allSatisfy { bytes[$0] <= 0x20 }
    if isBlank, range.lowerBound < 1000 {
      return Words("the text is empty", help: "a figure is an object: {\"data\": []}")
    }
    return Words("the text ends where \(needed.description) is needed", help: "is the file cut off?")
  }

  private var trailingText: Words {
    let shown = ClippedText(raw: range.lowerBound..<min(range.lowerBound + 1, range.upperBound), bytes)
    switch first {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      return Words("a second value begins behind the end of the first", help: "for one figure a line use --as lines")
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return Words("\(shown.quoted) closes nothing", help: "delete it")
    case UInt8(ascii: ","), UInt8(ascii: ";"):
      return Words("\(shown.quoted) follows the end of the text", help: "delete it")
    default: return comment ?? Words("more text follows behind the end of the value")
    }
  }

  // MARK: - Something else

  private func unexpected(_ needed: ScanError.Needed) -> Words {
    if let words = comment ?? quotes(needed) { return words }
    let message = "\(shown) stands where \(needed.description) is needed"
    switch (needed, first) {
    case (.commaOrBrace, UInt8(ascii: "]")): return Words(message, help: "the object is closed by '}'")
    case (.commaOrBracket, UInt8(ascii: "}")): return Words(message, help: "the array is closed by ']'")
    case (.commaOrBrace, UInt8(ascii: ":")), (.commaOrBracket, UInt8(ascii: ":")):
      return Words(message, help: "members with a key stand in an object: {…}")
    case (.commaOrBrace, let byte) where startsValue(byte), (.commaOrBracket, let byte) where startsValue(byte):
      return Words(message, help: "is a comma missing before it?")
    case (.colon, UInt8(ascii: "=")): return Words(message, help: "write ':'")
    case (.commaOrBrace, UInt8(ascii: ";")), (.commaOrBracket, UInt8(ascii: ";")):
      return Words(message, help: "write ','")
    case (.value, UInt8(ascii: ".")) where 0x30...0x39 ~= second: return Words(message, help: "write 0\(word)")
    case (.value, UInt8(ascii: ",")), (.key, UInt8(ascii: ",")):
      return Words(message, help: "is there a comma too many?")
    case (.value, UInt8(ascii: "(")): return Words(message, help: "JSON has no tuples: write an array, [1, 2]")
    case (.value, UInt8(ascii: "<")): return Words(message, help: "this looks like HTML or XML")
    case (.key, let byte) where isLetter(byte):
      return Words("the key \(shown) has no quotes", help: "write \"\(word)\"")
    default: return Words(message)
    }
  }

  /// For text in other quotes than JSON's.
  private func quotes(_ needed: ScanError.Needed) -> Words? {
    guard needed == .value || needed == .key else { return nil }
    switch first {
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      return Words(
        "\(first == UInt8(ascii: "`") ? "a back quote" : "a single quote") stands where \(needed.description) is needed",
        help: "JSON takes double quotes only; Python's json.dumps writes them")
    case 0xE2 where second == 0x80 && 0x98...0x9F ~= bytes[range.lowerBound + 2]:
      return Words("\(shown) is no quote of JSON", help: "write '\"'")
    default: return nil
    }
  }

  private var comment: Words? {
    let isSlash = first == UInt8(ascii: "/") && (second == UInt8(ascii: "/") || second == UInt8(ascii: "*"))
    guard isSlash || first == UInt8(ascii: "#") else { return nil }
    return Words("a comment stands here", help: "JSON has no comments: delete it, or keep the note in 'meta'")
  }

  private func startsValue(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "-")
      || 0x30...0x39 ~= byte || isLetter(byte)
  }

  private func isLetter(_ byte: UInt8) -> Bool { 0x41...0x5A ~= byte & 0xDF || byte == UInt8(ascii: "_") }

  private var word: String { ClippedText(raw: range, bytes).plain }

  // MARK: - Strings

  private func controlCharacter(_ byte: UInt8) -> Words {
    switch byte {
    case 0x0A, 0x0D: Words("a line ends within a string", help: "write \\n for a line break, or close the string")
    case 0x09: Words("a tab stands in a string", help: "write \\t")
    default:
      Words(
        "the control character \(codePoint(byte)) stands in a string", help: "write \\u00\(codePoint(byte).suffix(2))")
    }
  }

  private func codePoint(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - digits.count) + digits
  }

  private var invalidEscape: Words {
    if second == UInt8(ascii: "u") {
      return Words("\(shown) is no escape", help: "behind \\u stand four hexadecimal digits")
    }
    if second == UInt8(ascii: "'") { return Words("\(shown) is no escape", help: "a single quote needs none") }
    return Words(
      "\(shown) is no escape", help: "write \\\\ for a backslash; escapes are \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX"
    )
  }

  // MARK: - Numbers and literals

  private func invalidNumber(_ fault: ScanError.NumberFault) -> Words {
    switch fault {
    case .leadingZero:
      Words("the number \(shown) begins with a zero", help: "write it without, or as a string if it is a code")
    case .leadingPlus: Words("\(shown) begins with '+'", help: "write the number without it")
    case .noDigit: Words("no digit follows the sign of \(shown)")
    case .noFraction:
      Words("no digit follows the point of \(shown)", help: "write a digit behind the point, or no point")
    case .noExponent: Words("no digit follows the exponent of \(shown)")
    }
  }

  private var unknownLiteral: Words {
    let meant: String? =
      switch word.lowercased() {
      case "true": "true"
      case "false": "false"
      case "none", "null", "nil", "undefined", "na", "nat", "nan", "inf", "infinity": "null"
      default: nil
      }
    guard let meant else {
      return Words("\(shown) is no value of JSON", help: "write text in double quotes")
    }
    let isPython = ["True", "False", "None"].contains(word)
    return Words(
      "\(shown) is no value of JSON", help: isPython ? "write \(meant): Python's json.dumps does" : "write \(meant)",
      fix: Fix(isSafe: false, edits: [Fix.Edit(range: range, text: meant)]))
  }
}

extension ScanError.Needed {
  /// As a message names it.
  fileprivate var description: String {
    switch self {
    case .value: "a value"
    case .key: "a key in double quotes"
    case .colon: "':'"
    case .commaOrBracket: "',' or ']'"
    case .commaOrBrace: "',' or '}'"
    }
  }
}
