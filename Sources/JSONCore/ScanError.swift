/// Why the text stops being JSON. The scanner cannot go on behind it.
public struct ScanError: Error, Equatable, Sendable {
  public let kind: Kind
  /// Where: 0-based bytes. Empty at the end of the input.
  public let range: Range<Int>

  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  public enum Kind: Equatable, Sendable {
    /// The input ends where `needed` should stand.
    case endOfInput(needed: Needed)
    /// Something else stands where `needed` should.
    case expected(Needed)
    case unterminatedString
    case controlCharacter(UInt8)
    case invalidEscape
    case invalidNumber(NumberFault)
    /// A word that is no JSON literal, such as `True` or `undefined`.
    case unknownLiteral
    /// More than the allowed number of nested arrays and objects.
    case tooDeep(limit: Int)
    /// Text behind the value.
    case trailingText
  }

  public enum Needed: Equatable, Sendable {
    case value, key, colon, commaOrBracket, commaOrBrace
  }

  public enum NumberFault: Equatable, Sendable {
    case leadingZero, leadingPlus, noDigit, noFraction, noExponent
  }
}

/// Something in the text that JSON does not allow or that its readers take differently, behind which the
/// scanner goes on.
public struct TextIssue: Equatable, Sendable {
  public let kind: Kind
  /// Where: 0-based bytes.
  public let range: Range<Int>

  public enum Kind: Equatable, Sendable {
    case byteOrderMark
    case trailingComma
    case invalidUTF8
    case loneSurrogate
    /// `NaN`, `Infinity` or `-Infinity`.
    case nonFiniteToken
    /// The object has the key already, at this 0-based byte.
    case duplicateKey(first: Int)
    /// A number that a double cannot hold: it becomes infinite.
    case infiniteNumber
    /// An integer beyond 2^53 that a double holds only rounded.
    case inexactInteger
  }
}

/// The kinds of JSON values, and the tokens that are none but appear as such.
public enum ValueKind: UInt8, Sendable {
  case null, `true`, `false`, number, string, array, object
  /// `NaN`, `Infinity`, `-Infinity`: an issue of its own wherever it stands.
  case nonFinite

  /// The kind of a value by its first byte; what begins none is taken for a number.
  @inlinable public init(firstByte byte: UInt8) {
    switch byte {
    case UInt8(ascii: "{"): self = .object
    case UInt8(ascii: "["): self = .array
    case UInt8(ascii: "\""): self = .string
    case UInt8(ascii: "n"): self = .null
    case UInt8(ascii: "t"): self = .true
    case UInt8(ascii: "f"): self = .false
    case UInt8(ascii: "N"), UInt8(ascii: "I"): self = .nonFinite
    default: self = .number
    }
  }
}
