/// One row of a command's table: an ``Option``, a ``Flag`` or a ``Positional``, whatever the type of its value.
package protocol ArgumentRow: Sendable {
  /// What the parser, help and completions need to know of the row.
  var shape: ArgumentShape { get }
}

/// A row that is written with a name: `--name`.
package protocol OptionRow: ArgumentRow {}

/// A row that is written without a name.
package protocol PositionalRow: ArgumentRow {}

/// What a row looks like from outside, without the type of its value.
package struct ArgumentShape: Sendable {
  /// Whether a value belongs to it, and how many.
  package enum Arity: Sendable {
    /// No value: given or not.
    case flag
    /// One value, which must be given.
    case required
    /// One value, or none.
    case optional
    /// Any number of values, at least `minimum`.
    case list(minimum: Int)
  }

  /// The name without dashes; for a positional its value name. It identifies the row in its command.
  package let name: String
  /// The letter after a single dash.
  package let short: Character?
  /// How help calls the value: `FILE`. Empty for a flag.
  package let valueName: String
  package let help: String
  package let arity: Arity
  /// What applies when nothing is given, as a user would type it.
  package let defaultText: String?
  package let acceptedValues: [String]
  package let completion: Completion
  /// Turns the texts given, at least one, into the value; the type is that of the row.
  let read: @Sendable ([String]) throws(InvalidValue) -> any Sendable

  var takesValue: Bool { if case .flag = arity { false } else { true } }
  var isList: Bool { if case .list = arity { true } else { false } }
  /// The name as it is typed: `--format`.
  var typedName: String { "--" + name }
}
