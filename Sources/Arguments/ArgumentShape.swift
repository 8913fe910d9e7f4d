/// One row of a command's table, an ``Option``, a ``Flag`` or a ``Positional``, as the parser, help and completions see it: without the
/// type of its value.
///
/// Tables hold shapes and not rows, because a program makes its table whenever it starts: a list of rows is one of existentials, for
/// each of whose generic types Swift puts metadata together at run time, which takes longer than all the rest.
package final class ArgumentShape: Sendable {
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
  package var defaultText: String? { makeDefaultText() }
  /// All that is accepted, where it is a short list; empty otherwise.
  package var acceptedValues: [String] { makeAcceptedValues() }
  package let completion: Completion
  /// The least and the greatest number accepted; nil where it is no number or has no end.
  package let bounds: ClosedRange<Int>?
  /// Divides several values given at once; nil where that is not possible.
  package let separator: Character?
  /// Whether it is written with its name.
  let isOption: Bool
  // Help, completions and errors ask for these; a command line that is right does not pay for them.
  private let makeDefaultText: @Sendable () -> String?
  private let makeAcceptedValues: @Sendable () -> [String]
  /// Turns the texts given, at least one, into the value; the type is that of the row.
  let read: @Sendable ([String]) throws(InvalidValue) -> any Sendable

  init(
    name: String, short: Character? = nil, valueName: String, help: String, arity: Arity,
    defaultText: @autoclosure @escaping @Sendable () -> String? = nil,
    acceptedValues: @autoclosure @escaping @Sendable () -> [String] = [], completion: Completion = .automatic,
    separator: Character? = nil, bounds: ClosedRange<Int>? = nil, isOption: Bool = true,
    read: @escaping @Sendable ([String]) throws(InvalidValue) -> any Sendable
  ) {
    self.name = name
    self.short = short
    self.valueName = valueName
    self.help = help
    self.arity = arity
    makeDefaultText = defaultText
    makeAcceptedValues = acceptedValues
    self.completion = completion
    self.bounds = bounds.flatMap { $0.upperBound == .max ? nil : $0 }
    self.separator = separator
    self.isOption = isOption
    self.read = read
  }

  var takesValue: Bool { if case .flag = arity { false } else { true } }
  var isList: Bool { if case .list = arity { true } else { false } }

  /// The words a shell offers for a value; nil where it offers files.
  var offeredValues: [String]? {
    switch completion {
    case .automatic: acceptedValues
    case .values(let values): values
    case .files, .directories: nil
    }
  }

  /// The name as it is typed: `--format`.
  var typedName: String { "--" + name }
}
