/// What was given to a command, fetched by the rows of its table: `parsed[Check.format]`.
package struct ParsedArguments: Sendable {
  /// Values by the key of their row. Only what was given is here; each has the type of its row, whose shape made it.
  private var values: [Key: any Sendable] = [:]

  /// Options and positionals have names of their own.
  private enum Key: Hashable {
    case option(String)
    case positional(String)
  }

  /// The value of an option: what was given, else its default.
  package subscript<Value>(option: Option<Value>) -> Value {
    value(.option(option.shape.name), else: option.absent)
  }

  /// Whether the flag was given.
  package subscript(flag: Flag) -> Bool { values[.option(flag.shape.name)] != nil }

  /// The value of a positional: what was given, else its default.
  package subscript<Value>(positional: Positional<Value>) -> Value {
    value(.positional(positional.shape.name), else: positional.absent)
  }

  /// Whether the option was given, even with the value of its default. Configuration gives way to it.
  package func isGiven(_ row: any OptionRow) -> Bool { values[.option(row.shape.name)] != nil }

  mutating func setOption(_ name: String, to value: any Sendable) { values[.option(name)] = value }
  mutating func setPositional(_ name: String, to value: any Sendable) { values[.positional(name)] = value }

  private func value<Value>(_ key: Key, else absent: Value?) -> Value {
    if let given = values[key] {
      guard let value = given as? Value else { preconditionFailure("two tables use \(key) with different types") }
      return value
    }
    // A required row without a value never gets past the parser.
    guard let absent else { preconditionFailure("\(key) is required, but not in the table of this command") }
    return absent
  }
}
