/// What the value of a key of the configuration looks like. The reader checks with it, and the JSON Schema is made from it.
package indirect enum ValueShape: Sendable {
  case text
  /// A rule by id, the beginning of an id, or name; or `ALL`.
  case rule
  case integer(ClosedRange<Int>)
  case choice([String])
  /// A list; one element may stand for a list of one.
  case list(ValueShape)
  /// An object whose keys the user chooses.
  case map(key: KeyShape, ValueShape)
  /// An object with these keys.
  case object([ConfigurationKey])
  /// An object that somebody else reads.
  case anyObject

  package enum KeyShape: Sendable {
    case rule
    /// A glob, with or without `#` and an attribute path behind it.
    case place
  }

  /// As the end of a sentence that begins with "expected".
  var expectation: String {
    switch self {
    case .text: "a string"
    case .rule: "the name of a rule"
    case .integer(let range) where range.upperBound == .max: "a whole number from \(range.lowerBound) on"
    case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .choice(let values):
      values.dropLast().map { "'\($0)'" }.joined(separator: ", ") + " or '\(values.last ?? "")'"
    case .list(let element): "\(element.expectation) or an array of such"
    case .map, .object, .anyObject: "an object"
    }
  }
}
