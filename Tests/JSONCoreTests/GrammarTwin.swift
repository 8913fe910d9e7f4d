/// A plain reader of JSON, written from the grammar of RFC 8259 alone, to judge the scanner by. It recurses, copies and
/// looks keys up in dictionaries.
///
/// It takes what the scanner passes over with a note: a byte-order mark, one comma before a closing bracket, `NaN` and
/// `Infinity`, ill-formed UTF-8.
struct GrammarTwin {
  /// The text before `offset` can be continued to a JSON text, with the byte at `offset` it cannot.
  struct Refusal: Error {
    let offset: Int
  }

  struct Note: Hashable {
    enum Kind { case byteOrderMark, trailingComma, invalidUTF8, loneSurrogate, nonFinite, duplicate, number }
    let kind: Kind
    /// 0-based byte.
    let offset: Int
  }

  private let text: [UInt8]
  private var at = 0
  private(set) var notes: [Note] = []
  private(set) var refusal: Refusal?
  /// The decoded strings of the text, keys too, in order.
  private(set) var strings: [String] = []

  var isStrictlyJSON: Bool {
    refusal == nil && !notes.contains { [.byteOrderMark, .trailingComma, .invalidUTF8, .nonFinite].contains($0.kind) }
  }

  init(_ text: [UInt8]) {
    self.text = text
    if text.starts(with: [0xEF, 0xBB, 0xBF]) {
      notes.append(Note(kind: .byteOrderMark, offset: 0))
      at = 3
    }
    do throws(Refusal) {
      try value()
      space()
      if at < text.count { throw Refusal(offset: at) }
    } catch {
      refusal = error
    }
  }

  private var byte: Character? { at < text.count ? Character(UnicodeScalar(text[at])) : nil }

  private mutating func space() {
    while let byte, [" ", "\t", "\n", "\r"].contains(byte) { at += 1 }
  }

  private mutating func take(_ character: Character) throws(Refusal) {
    guard byte == character else { throw Refusal(offset: at) }
    at += 1
  }

  private mutating func word(_ word: String) throws(Refusal) { for character in word { try take(character) } }

  private mutating func value() throws(Refusal) {
    space()
    let start = at
    switch byte {
    case "{": try object()
    case "[": try array()
    case "\"": try string()
    case "t": try word("true")
    case "f": try word("false")
    case "n": try word("null")
    case "N":
      try word("NaN")
      notes.append(Note(kind: .nonFinite, offset: start))
    case "I":
      try word("Infinity")
      notes.append(Note(kind: .nonFinite, offset: start))
    default: try number()
    }
  }

  private mutating func array() throws(Refusal) {
    try take("[")
    space()
    if byte == "]" { return at += 1 }
    while true {
      try value()
      space()
      if byte == "]" { return at += 1 }
      let comma = at
      try take(",")
      space()
      if byte == "]" {
        notes.append(Note(kind: .trailingComma, offset: comma))
        return at += 1
      }
    }
  }

  private mutating func object() throws(Refusal) {
    try take("{")
    space()
    if byte == "}" { return at += 1 }
    var seen: Set<String> = []
    while true {
      space()
      let start = at
      let key = try string()
      space()
      try take(":")
      if !seen.insert(key.canonicalBytes).inserted { notes.append(Note(kind: .duplicate, offset: start)) }
      try value()
      space()
      if byte == "}" { return at += 1 }
      let comma = at
      try take(",")
      space()
      if byte == "}" {
        notes.append(Note(kind: .trailingComma, offset: comma))
        return at += 1
      }
    }
  }

  @discardableResult private mutating func string() throws(Refusal) -> String {
    try take("\"")
    var units: [UInt16] = []  // of the escapes that follow one another
    var decoded = ""
    func flushed(_ units: inout [UInt16]) -> String {
      defer { units = [] }
      return String(decoding: units, as: UTF16.self)
    }
    while true {
      guard at < text.count, text[at] >= 0x20 else { throw Refusal(offset: at) }
      if byte == "\\" {
        let start = at
        let unit = try escape()
        if UTF16.isTrailSurrogate(unit), let last = units.last, UTF16.isLeadSurrogate(last), isPaired(units) {
          notes.removeLast()  // the half before was noted as a lone one
        } else if UTF16.isSurrogate(unit) {
          notes.append(Note(kind: .loneSurrogate, offset: start))
        }
        units.append(unit)
        continue
      }
      decoded += flushed(&units)
      if byte == "\"" { break }
      let start = at
      while at < text.count, text[at] >= 0x20, byte != "\"", byte != "\\" { at += 1 }
      decoded += plain(start..<at)
    }
    at += 1
    strings.append(decoded)
    return decoded
  }

  /// Whether the last unit, a leading surrogate, still waits for its other half: whatever stands before it.
  private func isPaired(_ units: [UInt16]) -> Bool { UTF16.isLeadSurrogate(units[units.count - 1]) }

  /// The text without escapes in `range`; notes each run of bytes that is no UTF-8.
  private mutating func plain(_ range: Range<Int>) -> String {
    var decoded = ""
    var rest = text[range]
    var isInvalid = false
    while !rest.isEmpty {
      // The standard library decides: the shortest beginning that is UTF-8 is the next character.
      let length = (1...4).first { $0 <= rest.count && String(validating: rest.prefix($0), as: UTF8.self) != nil }
      if let length {
        decoded += String(decoding: rest.prefix(length), as: UTF8.self)
        isInvalid = false
      } else if !isInvalid {
        notes.append(Note(kind: .invalidUTF8, offset: rest.startIndex))
        decoded += "\u{FFFD}"
        isInvalid = true
      }
      rest = rest.dropFirst(length ?? 1)
    }
    return decoded
  }

  private mutating func escape() throws(Refusal) -> UInt16 {
    try take("\\")
    let simple: [Character: UInt16] = [
      "\"": 0x22, "\\": 0x5C, "/": 0x2F, "b": 0x08, "f": 0x0C, "n": 0x0A, "r": 0x0D, "t": 0x09,
    ]
    if let byte, let unit = simple[byte] {
      at += 1
      return unit
    }
    try take("u")
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte, byte.isASCII, let digit = byte.hexDigitValue else { throw Refusal(offset: at) }
      unit = unit * 16 + UInt16(digit)
      at += 1
    }
    return unit
  }

  private mutating func number() throws(Refusal) {
    let start = at
    if byte == "-" { at += 1 }
    if byte == "I", at > start {
      try word("Infinity")
      notes.append(Note(kind: .nonFinite, offset: start))
      return
    }
    if byte == "0" { at += 1 } else { try digits() }
    var isInteger = true
    if byte == "." {
      isInteger = false
      at += 1
      try digits()
    }
    if byte == "e" || byte == "E" {
      isInteger = false
      at += 1
      if byte == "+" || byte == "-" { at += 1 }
      try digits()
    }
    let literal = String(decoding: text[start..<at], as: UTF8.self)
    guard let value = Double(literal) else { throw Refusal(offset: start) }
    if !value.isFinite || isInteger && !isExact(literal, value) { notes.append(Note(kind: .number, offset: start)) }
  }

  private mutating func digits() throws(Refusal) {
    let start = at
    while let byte, ("0"..."9").contains(byte) { at += 1 }
    if at == start { throw Refusal(offset: at) }
  }

  /// Whether a double keeps an integer, by its digits; for the lengths that random texts have.
  private func isExact(_ literal: String, _ value: Double) -> Bool {
    Int128(literal).map { Int128(exactly: value) == $0 } ?? false
  }
}

extension String {
  /// The text such that no two that differ are equal: `String` compares by canonical equivalence.
  var canonicalBytes: String { utf8.map { String($0) }.joined(separator: " ") }
}
