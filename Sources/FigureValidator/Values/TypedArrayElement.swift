package import JSONCore

/// The element types of plotly.js's typed arrays: the values of `dtype`.
package enum TypedArrayElement: Sendable, CaseIterable {
  case uint8Clamped, int8, uint8, int16, uint16, int32, uint32, float32, float64

  /// The type whose short or long name is the text in `range`.
  ///
  /// 64-bit integers are not among them: plotly.js has no place for them.
  package init?(_ bytes: InputBytes, _ range: Range<Int>) {
    for element in Self.allCases where element.isName(bytes, range) {
      self = element
      return
    }
    return nil
  }

  /// The bytes that one element takes.
  package var size: Int {
    switch self {
    case .uint8Clamped, .int8, .uint8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .float32: 4
    case .float64: 8
    }
  }

  /// The name that Python writes, and that of plotly.js in long.
  package var names: (short: StaticString, long: StaticString) {
    switch self {
    case .uint8Clamped: ("u1c", "uint8c")
    case .int8: ("i1", "int8")
    case .uint8: ("u1", "uint8")
    case .int16: ("i2", "int16")
    case .uint16: ("u2", "uint16")
    case .int32: ("i4", "int32")
    case .uint32: ("u4", "uint32")
    case .float32: ("f4", "float32")
    case .float64: ("f8", "float64")
    }
  }

  private func isName(_ bytes: InputBytes, _ range: Range<Int>) -> Bool {
    bytes.equals(range, names.short) || bytes.equals(range, names.long)
  }
}
