/// A shell for which completions can be made.
package enum Shell: String, ArgumentChoice {
  case bash
  case zsh
  case fish
}

extension Command {
  /// A script that teaches a shell to complete the program's command lines: commands, options, values and files.
  package func completions(for shell: Shell) -> String {
    switch shell {
    case .bash: bashCompletions()
    case .zsh: zshCompletions()
    case .fish: fishCompletions()
    }
  }

  /// This command and all below it, each with its name as typed, from the outside in.
  var allCommands: [(typedName: String, command: Command)] {
    var found: [(typedName: String, command: Command)] = []
    var open = [(typedName: name, command: self)]
    while let next = open.popLast() {
      found.append(next)
      open += next.command.commands.reversed().map { ("\(next.typedName) \($0.name)", $0) }
    }
    return found
  }

  /// The options of the command and those that it has without its table.
  func optionsWithBuiltIn(isRoot: Bool) -> [ArgumentShape] {
    if isRoot, case .group = content { return options + [Flag.help.shape, Flag.version.shape] }
    return options + [Flag.help.shape]
  }
}

/// Putting text into scripts.
enum ShellQuoting {
  /// `text` as one word of a POSIX shell or zsh.
  static func posix(_ text: String) -> String { "'\(replacing("'", with: "'\\''", in: text))'" }

  /// `text` as one word of fish, where a backslash counts in single quotes also.
  static func fish(_ text: String) -> String {
    "'\(replacing("'", with: "\\'", in: replacing("\\", with: "\\\\", in: text)))'"
  }

  /// `text` with each of `characters` behind a backslash.
  static func escaping(_ characters: String, in text: String) -> String {
    var result = ""
    for character in text {
      if characters.contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }

  private static func replacing(_ character: Character, with other: String, in text: String) -> String {
    text.reduce(into: "") { $0 += $1 == character ? other : String($1) }
  }
}
