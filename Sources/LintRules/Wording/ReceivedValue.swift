import JSONCore

/// A value of the input as messages show it.
struct ReceivedValue {
  let kind: ValueKind
  private let bytes: InputBytes
  /// The value, a string with its quotes.
  let range: Range<Int>

  /// The value in `range`. Its kind is told by its first byte: the walk has proven that it is JSON.
  init(_ bytes: InputBytes, _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    kind = ValueKind(firstByte: range.isEmpty ? 0 : bytes[range.lowerBound])
  }

  /// The bytes between the quotes of a string; all bytes of another value.
  var content: Range<Int> {
    kind == .string && range.count > 1 ? range.lowerBound + 1..<range.upperBound - 1 : range
  }

  /// The text of a string without escapes; nil for other values and for strings longer than any that could be repaired.
  var text: String? {
    kind == .string && range.count <= 2000 ? StringText.string(bytes, content) : nil
  }

  /// Whether it is `[]`.
  var isEmptyArray: Bool {
    kind == .array && range.dropFirst().dropLast().prefix(100).allSatisfy { bytes[$0] <= 0x20 } && range.count < 100
  }

  /// Beside which a message says what is wrong: `'dashdt'`, `-3`, `true`, `an object`.
  var shown: String {
    switch kind {
    case .string: ClippedText(string: content, bytes).quoted
    case .array: isEmptyArray ? "an empty array" : "an array"
    case .object: "an object"
    default: ClippedText(raw: range, bytes).plain
    }
  }

  /// With its kind, where the kind is what is wrong: `the string 'abc'`, `the number 5`, `true`, `an object`.
  var withKind: String {
    switch kind {
    case .string: "the string \(shown)"
    case .number: "the number \(shown)"
    default: shown
    }
  }
}

extension ValueKind {
  /// The kind with its article: `an object`.
  var article: String {
    switch self {
    case .null: "null"
    case .true: "true"
    case .false: "false"
    case .number, .nonFinite: "a number"
    case .string: "a string"
    case .array: "an array"
    case .object: "an object"
    }
  }
}
