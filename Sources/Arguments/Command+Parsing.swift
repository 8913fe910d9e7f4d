/// What a command line asks for.
package enum Invocation: Sendable {
  /// To do something. `path` are the names of the commands, without that of the program.
  case run(Command.Action, ParsedArguments, path: [String])
  /// To print this help on standard output.
  case help(String)
  /// To print the version.
  case version
}

extension Command {
  /// Reads a command line, without the name of the program.
  ///
  /// `--help` and `-h` before `--` win over everything else, errors included. A group understands `help COMMAND…` also.
  package func parse(_ arguments: [String]) throws(ArgumentError) -> Invocation {
    var location = CommandLocation(self)
    var rest = arguments[...]
    while case .group = location.command.content {
      guard let word = rest.popFirst() else {
        throw location.error(.missingCommand(accepted: location.command.commands.map(\.name)))
      }
      switch word {
      case "--help", "-h": return .help(location.help())
      case "--version" where location.path.isEmpty, "-V" where location.path.isEmpty: return .version
      case "help" where !location.command.commands.contains { $0.name == word }:
        for name in rest where !name.hasPrefix("-") { try location.descend(to: name) }
        return .help(location.help())
      default:
        guard !word.hasPrefix("-") else { throw location.unknownOption(word) }
        try location.descend(to: word)
      }
    }
    return try location.parse(rest)
  }

  /// Reads a command line of this command, without its name, as one that ``parse(_:)`` finds in the table of `program`: for a
  /// program that does without the rest of its table.
  package func parse(_ arguments: [String], asCommandOf program: String) throws(ArgumentError) -> Invocation {
    try CommandLocation(self, of: program).parse(arguments[...])
  }
}

extension CommandLocation {
  /// Reads the words behind the name of a command that does something.
  fileprivate func parse(_ rest: ArraySlice<String>) throws(ArgumentError) -> Invocation {
    guard case .leaf(let leaf) = command.content else { preconditionFailure("a group takes the loop above") }
    if rest.prefix(while: { $0 != "--" }).contains(where: { $0 == "--help" || $0 == "-h" }) {
      return .help(help())
    }
    var reader = ArgumentReader(self)
    guard try reader.read(rest) else { return .help(help()) }
    return .run(leaf.action, try reader.finish(leaf), path: path)
  }
}

/// Where in the tree of commands a command line has arrived.
struct CommandLocation {
  /// The name of the program.
  private let root: String
  private(set) var command: Command
  /// Names of the commands from the root on, without the root's.
  private(set) var path: [String] = []

  init(_ root: Command) {
    self.root = root.name
    command = root
  }

  /// Where the command of a program is.
  init(_ command: Command, of program: String) {
    root = program
    self.command = command
    path = [command.name]
  }

  /// The command as it is typed: `figlint schema list`.
  var typedName: String { ([root] + path).joined(separator: " ") }

  mutating func descend(to name: String) throws(ArgumentError) {
    guard let next = command.commands.first(where: { $0.name == name }) else {
      if case .leaf = command.content { throw error(.extraPositional(name)) }
      let names = command.commands.map(\.name)
      var nearest = EditDistance.nearest(name, in: names)
      if nearest == nil, let fileCommand = command.fileCommand, name.contains("/") || name.contains(".") {
        nearest = "\(typedName) \(fileCommand) \(name)"
      }
      throw error(.unknownCommand(name, nearest: nearest, accepted: names))
    }
    command = next
    path.append(name)
  }

  func error(_ kind: ArgumentError.Kind) -> ArgumentError {
    ArgumentError(kind: kind, usage: command.usage(as: typedName), helpCommand: typedName + " --help")
  }

  func help() -> String { command.helpText(as: typedName, isRoot: path.isEmpty) }

  /// The error for a word that begins with a dash and is no option here. A value behind `=` is no part of the name.
  func unknownOption(_ word: String) -> ArgumentError {
    let typed = word.hasPrefix("--") ? String(word.prefix { $0 != "=" }) : word
    var builtIn = [Flag.help.shape]
    if path.isEmpty, case .group = command.content { builtIn.append(Flag.version.shape) }
    let nearest =
      typed.hasPrefix("--")
      ? EditDistance.nearest(String(typed.dropFirst(2)), in: (command.options + builtIn).map(\.name)) : nil
    return error(
      .unknownOption(typed, nearest: nearest.map { "--" + $0 }, commands: nearest == nil ? commands(with: typed) : []))
  }

  /// The commands below this one that have the option.
  private func commands(with typed: String) -> [String] {
    var found: [String] = []
    var open = command.commands.map { (path: $0.name, command: $0) }[...]
    while let (path, command) = open.popFirst() {
      if command.options.contains(where: { $0.typedName == typed || $0.short.map { "-\($0)" } == typed }) {
        found.append(path)
      }
      open += command.commands.map { (path: path + " " + $0.name, command: $0) }
    }
    return found
  }
}
