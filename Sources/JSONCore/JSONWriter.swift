/// Writes JSON text (RFC 8259) into an array of bytes: compact, in the order of the calls, always the same for the
/// same calls.
///
/// The writer sets commas; nesting is right by construction where ``object(_:)`` and ``array(_:)`` are used. The text is
/// UTF-8 without any character that ends a line or steers a terminal, wherever it is split or shown: see
/// ``JSONWriter/mustEscape(_:)``.
package struct JSONWriter: ~Copyable {
  /// The text so far, behind what the array held before.
  package private(set) var bytes: [UInt8]
  /// Whether a value precedes the next one on the same level.
  private var needsComma = false

  /// Appends to `bytes`; ``finish()`` gives them back.
  package init(appendingTo bytes: consuming [UInt8] = []) { self.bytes = bytes }

  /// The text. The writer ends.
  package consuming func finish() -> [UInt8] { bytes }

  /// Appends to `output` what `body` writes, without a copy of what `output` holds.
  package static func append(to output: inout [UInt8], _ body: (inout JSONWriter) -> Void) {
    var writer = JSONWriter()
    swap(&writer.bytes, &output)
    body(&writer)
    swap(&writer.bytes, &output)
  }

  // MARK: Nesting

  package mutating func object(_ members: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "{"))
    members(&self)
    close(UInt8(ascii: "}"))
  }

  package mutating func array(_ elements: (inout JSONWriter) -> Void) {
    open(UInt8(ascii: "["))
    elements(&self)
    close(UInt8(ascii: "]"))
  }

  /// Writes a member's key; its value comes next.
  package mutating func key(_ name: String) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  // MARK: Values

  package mutating func string(_ text: String) {
    beginValue()
    bytes.append(UInt8(ascii: "\""))
    if Self.isPlain(text.utf8) {
      bytes.append(contentsOf: text.utf8)
    } else {
      for scalar in text.unicodeScalars { append(scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  package mutating func integer(_ value: some BinaryInteger) { raw(String(value).utf8) }

  package mutating func bool(_ value: Bool) { raw((value ? "true" : "false").utf8) }

  package mutating func null() { raw("null".utf8) }

  /// Writes `text`, which is one value as JSON, as it is.
  package mutating func raw(_ text: some Collection<UInt8>) {
    beginValue()
    bytes.append(contentsOf: text)
  }

  // MARK: Members

  package mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  package mutating func member(_ name: String, _ value: some BinaryInteger) {
    key(name)
    integer(value)
  }

  package mutating func member(_ name: String, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Writes a member that is null when there is no value.
  package mutating func member(_ name: String, orNull value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// Writes a member that is null when there is no value.
  package mutating func member(_ name: String, orNull value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  // MARK: Characters

  /// Whether `scalar` is written as an escape: quote, backslash and C0 controls as RFC 8259 section 7 demands; DEL, C1
  /// controls, line and paragraph separators and bidirectional controls because programs split lines at them and
  /// terminals obey them; U+FEFF because some readers (Foundation's) take it for a byte-order mark and drop it. The
  /// escape means the same to every reader.
  package static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x22, 0x5C, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  /// Whether the text is ASCII without anything to escape: nearly all text.
  private static func isPlain(_ text: String.UTF8View) -> Bool {
    text.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    guard Self.mustEscape(scalar) else {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        bytes.append(contentsOf: scalar.utf8)
      }
      return
    }
    bytes.append(UInt8(ascii: "\\"))
    switch scalar {
    case "\"", "\\": bytes.append(UInt8(truncatingIfNeeded: scalar.value))
    case "\n": bytes.append(UInt8(ascii: "n"))
    case "\r": bytes.append(UInt8(ascii: "r"))
    case "\t": bytes.append(UInt8(ascii: "t"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift in stride(from: 12, through: 0, by: -4) { bytes.append(hexDigit(scalar.value >> UInt32(shift))) }
    }
  }

  /// The lower-case digit for the low four bits of `value`.
  private func hexDigit(_ value: UInt32) -> UInt8 {
    let digit = UInt8(truncatingIfNeeded: value & 0xF)
    return digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }

  private mutating func beginValue() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    beginValue()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }
}
