/// What the metadata of a team's grids must hold: which keys, and what values under them.
///
/// The keywords are those of JSON Schema that say so (`type`, `required`, `properties`, `enum`, `minimum` …), and `glob` and `unit`
/// besides. What nothing is said of is free.
package struct MetadataShape: Sendable, Equatable {
  package enum Kind: String, Sendable, CaseIterable {
    case string, number, integer, boolean, object, array, null
  }

  /// A value that is listed.
  package enum Scalar: Sendable, Equatable {
    case string(String)
    case number(Double)
    case boolean(Bool)
    case null
  }

  /// The kinds that are accepted; all of them if empty.
  package var kinds: [Kind] = []
  /// The values that are accepted; all of them if nil.
  package var values: [Scalar]?
  /// What a string must look like; see ``ValuePattern``.
  package var glob: ValuePattern?
  package var minimum: Double?
  package var maximum: Double?
  /// The units of which one must stand with the value: `"10 dB"`, or `{"value": 10, "unit": "dB"}`.
  package var units: [String] = []
  /// For an object.
  package var required: [String] = []
  package var properties: [Property] = []
  package var allowsOtherKeys = true
  /// For an array: what each item must be, one shape or none.
  package var items: [MetadataShape] = []
  package var minimumItems = 0

  /// A key with the shape of its value.
  package struct Property: Sendable, Equatable {
    package let key: String
    package let shape: MetadataShape

    package init(key: String, shape: MetadataShape) {
      self.key = key
      self.shape = shape
    }
  }

  package init() {}

  func shape(of key: String) -> MetadataShape? { properties.first { $0.key == key }?.shape }
}

/// A text in which some characters stand for others: `*` for any text, `?` for one character, `#` for a digit, `@` for a letter of
/// ASCII; a backslash before one of them for itself. The whole value must match.
package struct ValuePattern: Sendable, Equatable {
  package let text: String
  private var steps: [Step] = []

  private enum Step: Sendable, Equatable {
    case any
    case one
    case digit
    case letter
    case scalar(Unicode.Scalar)
  }

  package init(_ text: String) {
    self.text = text
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if isEscaped {
        steps.append(.scalar(scalar))
        isEscaped = false
        continue
      }
      switch scalar {
      case "\\": isEscaped = true
      case "*": if steps.last != .any { steps.append(.any) }
      case "?": steps.append(.one)
      case "#": steps.append(.digit)
      case "@": steps.append(.letter)
      default: steps.append(.scalar(scalar))
      }
    }
    if isEscaped { steps.append(.scalar("\\")) }
  }

  /// Whether all of `value` has the form. O(length of both, multiplied) at worst.
  package func matches(_ value: String) -> Bool {
    let scalars = Array(value.unicodeScalars)
    var step = 0
    var position = 0
    // Where to go on when what follows the last `*` does not match: with one character more for it.
    var retry: (step: Int, position: Int)?
    while position < scalars.count {
      if step < steps.count, steps[step] == .any {
        retry = (step + 1, position)
        step += 1
      } else if step < steps.count, ValuePattern.matches(steps[step], scalars[position]) {
        step += 1
        position += 1
      } else if let last = retry {
        retry = (last.step, last.position + 1)
        (step, position) = (last.step, last.position + 1)
      } else {
        return false
      }
    }
    return steps[step...].allSatisfy { $0 == .any }
  }

  private static func matches(_ step: Step, _ scalar: Unicode.Scalar) -> Bool {
    switch step {
    case .any, .one: true
    case .digit: "0"..."9" ~= scalar
    case .letter: "a"..."z" ~= scalar || "A"..."Z" ~= scalar
    case .scalar(let wanted): wanted == scalar
    }
  }
}
