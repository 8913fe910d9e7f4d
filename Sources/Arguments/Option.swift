/// A named argument with a value: `--format json`.
///
/// The type says how often it may be given: `Option<Int>` once, with a default or else always; `Option<Int?>` once or
/// not at all; `Option<[String]>` any number of times, and with a separator several at a time.
package struct Option<Value: Sendable>: Sendable {
  package let shape: ArgumentShape
  /// Makes what ``ParsedArguments`` gives when the option is not there; nil for a required option.
  ///
  /// A closure is laid out alike for all values, so an option is made without metadata of its type.
  let absent: (@Sendable () -> Value)?
}

extension Option where Value: ArgumentValue {
  /// An option that is given once at most.
  ///
  /// - Parameters:
  ///   - name: The name without dashes.
  ///   - value: What help calls the value: `FORMAT`.
  package init(
    _ name: String, short: Character? = nil, value: String,
    default absent: @autoclosure @escaping @Sendable () -> Value, help: String,
    complete: Completion = .automatic
  ) {
    self.absent = absent
    shape = ArgumentShape(
      name: name, short: short, valueName: value, help: help, arity: .optional,
      defaultText: absent().argumentText, acceptedValues: Value.acceptedValues, completion: complete,
      read: { texts throws(InvalidValue) in try Value.parse(texts[0]) })
  }

  /// An option that is given once.
  package init(
    _ name: String, short: Character? = nil, value: String, help: String, complete: Completion = .automatic
  ) {
    absent = nil
    shape = ArgumentShape(
      name: name, short: short, valueName: value, help: help, arity: .required,
      acceptedValues: Value.acceptedValues, completion: complete,
      read: { texts throws(InvalidValue) in try Value.parse(texts[0]) })
  }
}

extension Option {
  /// An option that may be left out and then is nil.
  package init<Element: ArgumentValue>(
    _ name: String, short: Character? = nil, value: String, help: String, complete: Completion = .automatic
  ) where Value == Element? {
    absent = { nil }
    shape = ArgumentShape(
      name: name, short: short, valueName: value, help: help, arity: .optional,
      acceptedValues: Element.acceptedValues, completion: complete,
      read: { texts throws(InvalidValue) in Optional(try Element.parse(texts[0])) })
  }

  /// An option that may be given several times; the values come in the order given.
  ///
  /// - Parameter separator: Divides several values given at once; nil where a value may hold any character.
  package init<Element: ArgumentValue>(
    _ name: String, short: Character? = nil, value: String, separator: Character? = nil,
    default absent: @autoclosure @escaping @Sendable () -> [Element] = [], help: String,
    complete: Completion = .automatic
  ) where Value == [Element] {
    self.absent = absent
    shape = ArgumentShape(
      name: name, short: short, valueName: value, help: help, arity: .list(minimum: 0),
      defaultText: Element.text(of: absent(), separator: separator.map(String.init) ?? " "),
      acceptedValues: Element.acceptedValues, completion: complete,
      separator: separator, read: { texts throws(InvalidValue) in try Element.parse(texts, separator: separator) })
  }
}

extension Option where Value == Int {
  /// A whole number within `bounds`.
  package init(
    _ name: String, short: Character? = nil, value: String, in bounds: ClosedRange<Int>, default defaultValue: Int,
    help: String
  ) {
    absent = { defaultValue }
    shape = ArgumentShape(
      name: name, short: short, valueName: value, help: help, arity: .optional, defaultText: defaultValue.argumentText,
      bounds: bounds, read: { texts throws(InvalidValue) in try Int.parse(texts[0], in: bounds) })
  }
}

extension Option where Value == Int? {
  /// A whole number within `bounds`, or nil.
  package init(_ name: String, short: Character? = nil, value: String, in bounds: ClosedRange<Int>, help: String) {
    absent = { nil }
    shape = ArgumentShape(
      name: name, short: short, valueName: value, help: help, arity: .optional, bounds: bounds,
      read: { texts throws(InvalidValue) in Optional(try Int.parse(texts[0], in: bounds)) })
  }
}
