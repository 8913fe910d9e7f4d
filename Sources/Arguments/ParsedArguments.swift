/// What was given to a command, fetched by the rows of its table: `parsed[Check.format]`.
package struct ParsedArguments: Sendable {
  /// Only what was given is here, so a search is short. Each value has the type of its row, whose shape made it.
  private var given: [Given] = []

  private struct Given: Sendable {
    let key: Key
    let value: any Sendable
  }

  /// Options and positionals have names of their own.
  private enum Key: Equatable {
    case option(String)
    case positional(String)
  }

  /// The value of an option: what was given, else its default.
  package subscript<Value>(option: Option<Value>) -> Value {
    value(.option(option.shape.name), else: option.absent)
  }

  /// Whether the flag was given.
  package subscript(flag: Flag) -> Bool { value(.option(flag.shape.name)) != nil }

  /// The value of a positional: what was given, else its default.
  package subscript<Value>(positional: Positional<Value>) -> Value {
    value(.positional(positional.shape.name), else: positional.absent)
  }

  /// Whether the option or flag was given, even with the value of its default. Configuration gives way to it.
  package func isGiven(_ option: ArgumentShape) -> Bool { value(.option(option.name)) != nil }

  /// Adds the value of an option that has none yet.
  mutating func setOption(_ name: String, to value: any Sendable) {
    given.append(Given(key: .option(name), value: value))
  }

  /// Adds the value of a positional that has none yet.
  mutating func setPositional(_ name: String, to value: any Sendable) {
    given.append(Given(key: .positional(name), value: value))
  }

  private func value(_ key: Key) -> (any Sendable)? {
    for given in given where given.key == key { return given.value }
    return nil
  }

  private func value<Value>(_ key: Key, else absent: (@Sendable () -> Value)?) -> Value {
    if let given = value(key) { return cast(given, of: key) }
    // A required row without a value never gets past the parser.
    guard let absent else { preconditionFailure("\(key) is required, but not in the table of this command") }
    return absent()
  }

  /// Apart from those who ask, since only a cast needs metadata of an optional value, and most options are not given.
  @inline(never) private func cast<Value>(_ given: any Sendable, of key: Key) -> Value {
    guard let value = given as? Value else { preconditionFailure("two tables use \(key) with different types") }
    return value
  }
}
