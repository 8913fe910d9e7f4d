/// A type whose values can be given on the command line.
package protocol ArgumentValue: Sendable {
  /// Reads one value as it was typed.
  ///
  /// - Throws: ``InvalidValue``, which says what would have been accepted.
  static func parse(_ text: String) throws(InvalidValue) -> Self

  /// The value as a user types it; help shows defaults so. Parsing it gives the value again.
  var argumentText: String { get }

  /// All that is accepted, where it is a short list; empty otherwise. Help, completions and errors show it.
  static var acceptedValues: [String] { get }
}

extension ArgumentValue {
  package static var acceptedValues: [String] { [] }

  /// The values of a list as a user types them; nil for none.
  static func text(of values: [Self], separator: String) -> String? {
    values.isEmpty ? nil : values.map(\.argumentText).joined(separator: separator)
  }

  /// Reads the values of a list, each text divided at `separator` if there is one.
  static func parse(_ texts: [String], separator: Character?) throws(InvalidValue) -> [Self] {
    var values: [Self] = []
    for text in texts {
      guard let separator else {
        values.append(try parse(text))
        continue
      }
      for item in text.split(separator: separator, omittingEmptySubsequences: false) {
        guard !item.isEmpty else {
          throw InvalidValue(
            text, expected: "items that are not empty, divided by \(Wording.quoted(String(separator)))")
        }
        values.append(try parse(String(item)))
      }
    }
    return values
  }
}

/// A value that is refused, and what to give instead.
package struct InvalidValue: Error, Equatable, Sendable {
  /// The text that is refused: one item where a list was given.
  package let value: String
  /// What to use instead, as the end of a sentence that begins with "use": `a whole number from 1 to 64`.
  package let expected: String
  /// Names among which the user may have meant one; the nearest is offered.
  package let candidates: [String]

  package init(_ value: String, expected: String, candidates: [String] = []) {
    self.value = value
    self.expected = expected
    self.candidates = candidates
  }

  /// A value that is none of `candidates`.
  package init(_ value: String, noneOf candidates: [String]) {
    self.init(value, expected: Wording.list(candidates, last: "or"), candidates: candidates)
  }
}

/// A value out of a fixed list: an enumeration whose raw values are what a user types.
package protocol ArgumentChoice: ArgumentValue, CaseIterable, RawRepresentable where RawValue == String {}

extension ArgumentChoice {
  package static var acceptedValues: [String] { allCases.map(\.rawValue) }

  package static func parse(_ text: String) throws(InvalidValue) -> Self {
    guard let value = Self(rawValue: text) else { throw InvalidValue(text, noneOf: acceptedValues) }
    return value
  }

  package var argumentText: String { rawValue }
}

extension String: ArgumentValue {
  package static func parse(_ text: String) -> String { text }
  package var argumentText: String { self }
}

extension Int: ArgumentValue {
  package static func parse(_ text: String) throws(InvalidValue) -> Int {
    guard let value = Int(text) else { throw InvalidValue(text, expected: "a whole number") }
    return value
  }

  /// Reads a whole number within `bounds`.
  static func parse(_ text: String, in bounds: ClosedRange<Int>) throws(InvalidValue) -> Int {
    guard let value = Int(text), bounds.contains(value) else {
      let expected =
        bounds.upperBound == .max
        ? "a whole number from \(bounds.lowerBound) on"
        : "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
      throw InvalidValue(text, expected: expected)
    }
    return value
  }

  package var argumentText: String { description }
}
