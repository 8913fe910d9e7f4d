/// An argument without a name, told by its place.
///
/// `Positional<String>` must be given, `Positional<String?>` may be, `Positional<[String]>` takes all that are left and so
/// stands last.
package struct Positional<Value: Sendable>: Sendable {
  package let shape: ArgumentShape
  /// Makes what ``ParsedArguments`` gives when the positional is not there; nil for a required one.
  let absent: (@Sendable () -> Value)?
}

extension Positional where Value: ArgumentValue {
  /// - Parameter name: What help calls it: `RULE`. It identifies the positional in its command.
  package init(_ name: String, help: String, complete: Completion = .automatic) {
    absent = nil
    shape = ArgumentShape(
      name: name, valueName: name, help: help, arity: .required,
      acceptedValues: Value.acceptedValues, completion: complete,
      isOption: false, read: { texts throws(InvalidValue) in try Value.parse(texts[0]) })
  }
}

extension Positional {
  /// A positional that may be left out and then is nil.
  package init<Element: ArgumentValue>(
    _ name: String, help: String, complete: Completion = .automatic
  ) where Value == Element? {
    absent = { nil }
    shape = ArgumentShape(
      name: name, valueName: name, help: help, arity: .optional,
      acceptedValues: Element.acceptedValues, completion: complete,
      isOption: false, read: { texts throws(InvalidValue) in Optional(try Element.parse(texts[0])) })
  }

  /// All positionals that are left, in the order given.
  ///
  /// - Parameters:
  ///   - minimum: How many must be given.
  ///   - absent: What applies when none is given.
  package init<Element: ArgumentValue>(
    _ name: String, minimum: Int = 0, default absent: @autoclosure @escaping @Sendable () -> [Element] = [],
    help: String, complete: Completion = .automatic
  ) where Value == [Element] {
    self.absent = absent
    shape = ArgumentShape(
      name: name, valueName: name, help: help, arity: .list(minimum: minimum),
      defaultText: Element.text(of: absent(), separator: " "),
      acceptedValues: Element.acceptedValues, completion: complete,
      isOption: false, read: { texts throws(InvalidValue) in try Element.parse(texts, separator: nil) })
  }
}
