import JSONCore

extension ArraySurvey {
  /// Counts an element that was scanned as a value.
  @inline(__always) mutating func note(_ scalar: Scalar, _ bytes: InputBytes) {
    switch scalar {
    case .number(let number): note(number, bytes)
    case .string(let string): note(text: string.content, bytes)
    case .null: note(.nulls)
    case .bool: note(.booleans)
    case .nonFinite: note(.nonFinite)
    }
  }

  /// What a typed array holds.
  init(typed layout: TypedArrayLayout, _ shape: TypedArrayShape?) {
    self.init()
    count = layout.length
    guard layout.rank > 1, let row = shape?.sizes.1 else {
      kinds = [.numbers, .typed]
      numericCount = count
      return
    }
    kinds = [.arrays, .typed]
    rowKinds = layout.rank > 2 ? .arrays : .numbers
    rowCount = count
    shortestRow = row
    longestRow = row
  }
}
