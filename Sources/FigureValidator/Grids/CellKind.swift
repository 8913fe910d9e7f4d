/// What a cell of a grid is, as far as columns are judged by it.
package enum CellKind: Int, CaseIterable, Sendable {
  case number
  /// A number written as a string: `"1.5"`.
  case numericText
  /// A number with a decimal comma or with separators of thousands: `"1,5"`, `"1,234.5"`.
  case commaNumber
  /// A date, or a date with a time of day.
  case date
  /// A string that stands for nothing: empty, `n/a`, `-` and the like.
  case missing
  /// Any other string.
  case word
  case boolean
  case null
  /// `NaN`, `Infinity`.
  case nonFinite
  /// An array or an object.
  case nested
}

/// How many cells of each kind a column has.
package struct CellCounts: Sendable, Equatable {
  private var counts = Array(repeating: 0, count: CellKind.allCases.count)

  package init() {}

  package subscript(kind: CellKind) -> Int {
    get { counts[kind.rawValue] }
    set { counts[kind.rawValue] = newValue }
  }

  package var total: Int { counts.reduce(0, +) }

  mutating func clear() {
    for index in counts.indices { counts[index] = 0 }
  }
}
