/// What was given to a command, fetched by the rows of its table: `parsed[Check.format]`.
package struct ParsedArguments: Sendable {
  /// Only what was given is here, so a search is short. Each value has the type of its row, whose shape made it.
  private var given: [Given] = []

  private struct Given: Sendable {
    let name: String
    /// Options and positionals have names of their own.
    let isOption: Bool
    let value: any Sendable
  }

  /// The value of an option: what was given, else its default.
  package subscript<Value>(option: Option<Value>) -> Value { value(option.shape, else: option.absent) }

  /// Whether the flag was given.
  package subscript(flag: Flag) -> Bool { isGiven(flag.shape) }

  /// The value of a positional: what was given, else its default.
  package subscript<Value>(positional: Positional<Value>) -> Value { value(positional.shape, else: positional.absent) }

  /// Whether the option or flag was given, even with the value of its default. Configuration gives way to it.
  package func isGiven(_ option: ArgumentShape) -> Bool { index(option) != nil }

  /// Adds the value of a row that has none yet.
  mutating func set(_ row: ArgumentShape, to value: any Sendable) {
    given.append(Given(name: row.name, isOption: row.isOption, value: value))
  }

  private func index(_ row: ArgumentShape) -> Int? {
    given.indices.first { given[$0].isOption == row.isOption && given[$0].name == row.name }
  }

  private func value<Value>(_ row: ArgumentShape, else absent: (@Sendable () -> Value)?) -> Value {
    if let index = index(row) { return cast(given[index]) }
    // A required row without a value never gets past the parser.
    guard let absent else { preconditionFailure("'\(row.name)' is required, but not in the table of this command") }
    return absent()
  }

  /// Apart from those who ask, since only a cast needs metadata of an optional value, and most options are not given.
  @inline(never) private func cast<Value>(_ given: Given) -> Value {
    guard let value = given.value as? Value else {
      preconditionFailure("two tables use '\(given.name)' with different types")
    }
    return value
  }
}
