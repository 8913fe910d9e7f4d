extension Command {
  /// For fish from 3.0 on: one `complete` line for each thing to offer.
  func fishCompletions() -> String {
    let function = "__\(ShellQuoting.identifier(name))_path"
    let names = allCommands.dropFirst().map { ShellQuoting.fish($0.typedName) }.joined(separator: " ")
    var script = """
      # Completions of \(name) for fish. Made by \(name); do not edit.

      # The commands on the line before the cursor.
      function \(function)
          set -l path \(ShellQuoting.fish(name))
          set -l words (commandline -opc)
          set -e words[1]
          for word in $words
              switch "$path $word"
                  case \(names.isEmpty ? "''" : names)
                      set path "$path $word"
              end
          end
          echo $path
      end

      complete -c \(name) -f

      """
    for (typedName, command) in allCommands {
      let start = "complete -c \(name) -n 'test (\(function)) = \"\(typedName)\"'"
      for inner in command.commands {
        script += "\(start) -a \(ShellQuoting.fish(inner.name)) -d \(ShellQuoting.fish(inner.summary))\n"
      }
      if !command.commands.isEmpty { script += "\(start) -a 'help' -d 'Print the help of a command.'\n" }
      for option in command.optionsWithBuiltIn(isRoot: typedName == name) {
        let short = option.short.map { " -s \($0)" } ?? ""
        let value = option.takesValue ? option.fishFlags + option.fishArguments : ""
        script += "\(start) -l \(option.name)\(short)\(value) -d \(ShellQuoting.fish(option.help))\n"
      }
      for positional in command.positionals where !positional.fishArguments.isEmpty {
        script += "\(start)\(positional.fishArguments)\n"
      }
    }
    return script
  }
}

extension ArgumentShape {
  /// That a value is needed, and whether it may be a file.
  fileprivate var fishFlags: String { completion == .files([]) ? " -r" : " -x" }

  /// What `complete` is told of the value.
  fileprivate var fishArguments: String {
    switch completion {
    case .files([]): return " -F"
    case .files(let extensions):
      let found = extensions.map { "(__fish_complete_suffix .\($0))" }.joined(separator: " ")
      return " -a \(ShellQuoting.fish(found))"
    case .directories: return " -a '(__fish_complete_directories)'"
    case .automatic, .values: break
    }
    guard let values = offeredValues, !values.isEmpty else { return "" }
    let words = values.map { ShellQuoting.fish($0) }.joined(separator: " ")
    guard let separator else { return " -a \(ShellQuoting.fish(words))" }
    // Keeps what stands before the last separator in front of each word.
    return " -a \(ShellQuoting.fish("(__fish_append \(ShellQuoting.fish(String(separator))) \(words))"))"
  }
}
