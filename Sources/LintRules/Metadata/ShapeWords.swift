import FigureValidator
import JSONCore

/// What is said of metadata that departs from the declared shape.
enum ShapeWords {
  static func words(_ fault: ShapeFault, _ value: ReceivedValue) -> Words {
    switch fault {
    case .missing(let keys):
      return Words(
        "metadata lacks \(EnglishList.quoted(keys, "and", limit: 5))", help: "the configuration declares it as required"
      )
    case .kind(let accepted):
      return Words("received \(value.withKind), declared is \(EnglishList.joined(accepted.map(\.article), "or"))")
    case .notListed(let accepted):
      let names = accepted.compactMap(\.text)
      let nearest = value.text.flatMap { NearestNames.matches(to: $0, among: names).first?.name }
      return Words(
        "\(value.shown) is none of \(EnglishList.joined(accepted.map(\.shown), "and", limit: 8))",
        help: nearest.map { "did you mean '\($0)'?" })
    case .glob(let glob):
      return Words(
        "\(value.shown) has not the form '\(glob)'",
        help: "'#' is a digit, '@' a letter, '?' any character, '*' any text")
    case .belowMinimum(let minimum):
      return Words("\(value.shown) is below the declared minimum, \(NumberName(minimum))")
    case .aboveMaximum(let maximum):
      return Words("\(value.shown) is above the declared maximum, \(NumberName(maximum))")
    case .noUnit(let accepted):
      let unit = accepted.first ?? ""
      return Words(
        "\(value.shown) has no unit, declared is \(EnglishList.quoted(accepted, limit: 8))",
        help: "write \"10 \(unit)\", or {\"value\": 10, \"unit\": \"\(unit)\"}")
    case .unknownKey(let known):
      let nearest = value.text.flatMap { NearestNames.matches(to: $0, among: known).first?.name }
      return Words("the key \(value.shown) is not declared", help: nearest.map { "did you mean '\($0)'?" })
    case .tooFewItems(let minimum): return Words("the list has fewer than \(EnglishList.count(minimum, "item"))")
    }
  }
}

extension MetadataShape.Kind {
  fileprivate var article: String {
    switch self {
    case .string: "a string"
    case .number: "a number"
    case .integer: "an integer"
    case .boolean: "true or false"
    case .object: "an object"
    case .array: "an array"
    case .null: "null"
    }
  }
}

extension MetadataShape.Scalar {
  /// The text of a string.
  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }

  fileprivate var shown: String {
    switch self {
    case .string(let text): "'\(text)'"
    case .number(let number): "\(NumberName(number))"
    case .boolean(let value): "\(value)"
    case .null: "null"
    }
  }
}
