extension Command {
  /// For zsh: a function for each command, in the terms of its `_arguments`.
  func zshCompletions() -> String {
    var script = "#compdef \(name)\n# Completions of \(name) for zsh. Made by \(name); do not edit.\n"
    for (typedName, command) in allCommands {
      let function = "_" + ShellQuoting.identifier(typedName)
      var specifications = command.optionsWithBuiltIn(isRoot: typedName == name).map(\.zshSpecification)
      script += "\n\(function)() {\n"
      if command.commands.isEmpty {
        for (index, positional) in command.positionals.enumerated() {
          specifications.append(positional.zshPositional(index + 1))
        }
        script += "  _arguments -s -S : \\\n    \(specifications.joined(separator: " \\\n    "))\n"
      } else {
        specifications += ["'1: :->command'", "'*:: :->argument'"]
        script += "  local curcontext=\"$curcontext\" state line\n  local -a commands\n  commands=(\n"
        for inner in command.commands {
          script += "    \(ShellQuoting.posix("\(inner.name):\(inner.summary)"))\n"
        }
        script += "    'help:Print the help of a command.'\n  )\n"
        script += "  _arguments -C -S : \\\n    \(specifications.joined(separator: " \\\n    "))\n"
        script += "  case $state in\n    command) _describe -t commands command commands ;;\n"
        script += "    argument)\n      case $words[1] in\n"
        for inner in command.commands {
          script += "        \(inner.name)) \(function)_\(ShellQuoting.identifier(inner.name)) ;;\n"
        }
        script += "        help) _describe -t commands command commands ;;\n"
        script += "      esac\n      ;;\n  esac\n"
      }
      script += "}\n"
    }
    let function = "_" + ShellQuoting.identifier(name)
    // The file may be found by fpath and then is the function's body, or be sourced.
    script += "\nif [[ ${funcstack[1]} == \(function) ]]; then\n  \(function) \"$@\"\n"
    return script + "else\n  compdef \(function) \(name)\nfi\n"
  }
}

extension ArgumentShape {
  /// An option for `_arguments`: `'(-o --output)'{-o+,--output=}'[Write there.]:FILE:_files'`.
  fileprivate var zshSpecification: String {
    let description = "[\(ShellQuoting.escaping("[]:\\", in: help))]"
    let value = takesValue ? ":\(valueName.zshMessage):\(zshAction)" : ""
    let long = takesValue ? "\(typedName)=" : typedName
    guard let short else { return ShellQuoting.posix("\(isList ? "*" : "")\(long)\(description)\(value)") }
    let names = "{-\(short)\(takesValue ? "+" : ""),\(long)}"
    let exclusion = isList ? "*" : self.name == Flag.help.shape.name ? "(- *)" : "(-\(short) \(typedName))"
    return "\(ShellQuoting.posix(exclusion))\(names)\(ShellQuoting.posix(description + value))"
  }

  /// A positional for `_arguments`.
  fileprivate func zshPositional(_ place: Int) -> String {
    let prefix =
      switch arity {
      case .list: "*:"
      case .optional, .flag: "\(place)::"
      case .required: "\(place):"
      }
    return ShellQuoting.posix("\(prefix)\(valueName.zshMessage):\(zshAction)")
  }

  private var zshAction: String {
    switch completion {
    case .files([]): return "_files"
    case .files(let extensions): return "_files -g \"*.(\(extensions.joined(separator: "|")))(-.)\""
    case .directories: return "_files -/"
    case .automatic, .values: break
    }
    guard let values = offeredValues, !values.isEmpty else { return " " }
    let words = values.map { ShellQuoting.escaping("\\ ():", in: $0) }.joined(separator: " ")
    guard let separator else { return "(\(words))" }
    return "_sequence -s \(ShellQuoting.escaping("\\ ", in: String(separator))) compadd - \(words)"
  }
}

extension String {
  /// A value's name as a message of `_arguments`.
  fileprivate var zshMessage: String { ShellQuoting.escaping(":\\", in: self) }
}
