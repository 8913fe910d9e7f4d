import FigureValidator

/// The names of the element types of typed arrays.
enum TypedArrayNames {
  /// All of them, short ones before long ones.
  static var all: [String] {
    TypedArrayElement.allCases.map(\.names.short.description) + TypedArrayElement.allCases.map(\.names.long.description)
  }
}
