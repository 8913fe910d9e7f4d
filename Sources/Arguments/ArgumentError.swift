/// A command line that cannot be carried out.
package struct ArgumentError: Error, Equatable, Sendable {
  /// What is wrong. Names of options are as typed, with dashes.
  package enum Kind: Equatable, Sendable {
    /// No such option here. `commands` are those that have it, as typed after the program's name.
    case unknownOption(String, nearest: String?, commands: [String])
    /// An option at the end, or before another, without its value.
    case missingValue(option: String, valueName: String, next: String?)
    /// `--quiet=yes`.
    case unexpectedValue(option: String, value: String)
    /// A value that the option or positional refuses.
    case invalidValue(argument: String, InvalidValue)
    case repeatedOption(String)
    /// Two options that contradict each other.
    case exclusiveOptions(String, String)
    case missingOption(String, valueName: String)
    case unknownCommand(String, nearest: String?, accepted: [String])
    case missingCommand(accepted: [String])
    case missingPositional(String)
    case extraPositional(String)
  }

  package let kind: Kind
  /// The usage of the command at which it happened, on one line.
  package let usage: String
  /// What prints help for that command: `figlint check --help`.
  package let helpCommand: String

  /// What is wrong, in one line.
  package var message: String {
    let quoted = { (text: String) in Wording.quoted(text) }
    switch kind {
    case .unknownOption(let name, _, _): return "unknown option \(quoted(name))"
    case .missingValue(let option, let valueName, _): return "option \(quoted(option)) needs a value: \(valueName)"
    case .unexpectedValue(let option, let value):
      return "option \(quoted(option)) takes no value, but got \(quoted(value))"
    case .invalidValue(let argument, let invalid):
      return "\(quoted(argument)) does not accept \(quoted(invalid.value)): use \(invalid.expected)"
    case .repeatedOption(let name): return "option \(quoted(name)) is given twice"
    case .exclusiveOptions(let first, let second):
      return "options \(quoted(first)) and \(quoted(second)) exclude each other"
    case .missingOption(let name, let valueName): return "option \(quoted("\(name) \(valueName)")) is missing"
    case .unknownCommand(let name, _, _): return "unknown command \(quoted(name))"
    case .missingCommand: return "a command is missing"
    case .missingPositional(let name): return "argument \(quoted(name)) is missing"
    case .extraPositional(let value): return "unexpected argument \(quoted(value))"
    }
  }

  /// What to do about it, in one line.
  package var help: String {
    switch kind {
    case .unknownOption(_, let nearest?, _): return "did you mean \(Wording.quoted(nearest))?"
    case .unknownOption(_, nil, let commands) where !commands.isEmpty:
      return "it belongs to \(Wording.list(commands, last: "and")) and stands behind it"
    case .unknownOption(let name, _, _) where !name.hasPrefix("--"):
      return "write \(Wording.quoted("-- \(name)")) if it is the name of a file; '\(helpCommand)' lists the options"
    case .unknownOption: return "'\(helpCommand)' lists the options"
    case .missingValue(let option, let valueName, let next?):
      let joined = option.hasPrefix("--") ? "\(option)=\(next)" : "\(option)\(next)"
      return "write \(Wording.quoted(joined)) if \(Wording.quoted(next)) is meant to be the \(valueName)"
    case .missingValue(let option, let valueName, nil): return "write '\(option) \(valueName)'"
    case .unexpectedValue(let option, _): return "write \(Wording.quoted(option)) alone"
    case .invalidValue(_, let invalid):
      if let nearest = EditDistance.nearest(invalid.value, in: invalid.candidates) {
        return "did you mean \(Wording.quoted(nearest))?"
      }
      return "'\(helpCommand)' describes it"
    case .repeatedOption, .exclusiveOptions: return "leave one of them out"
    case .missingOption, .missingPositional: return "'\(helpCommand)' describes it"
    case .unknownCommand(_, let nearest?, _): return "did you mean \(Wording.quoted(nearest))?"
    case .unknownCommand(_, nil, let accepted), .missingCommand(let accepted):
      return "the commands are \(Wording.list(accepted, last: "and")); '\(helpCommand)' describes them"
    case .extraPositional: return "'\(helpCommand)' says what the command takes"
    }
  }
}

extension ArgumentError: CustomStringConvertible {
  /// Message, help and usage as a program prints them on standard error, without a newline at the end.
  package var description: String { "error: \(message)\n  help: \(help)\n\(usage)" }
}
