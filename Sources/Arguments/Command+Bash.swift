extension Command {
  /// For bash from 3.2 on, without the bash-completion package.
  func bashCompletions() -> String {
    let function = "_\(ShellQuoting.identifier(name))"
    var script = """
      # Completions of \(name) for bash. Made by \(name); do not edit.

      \(function)() {
        local cur="${COMP_WORDS[COMP_CWORD]}" prev="" path=\(ShellQuoting.posix(name)) word IFS=$'\\n'
        COMPREPLY=()
        if ((COMP_CWORD > 0)); then prev="${COMP_WORDS[COMP_CWORD-1]}"; fi
        # Bash divides '--name=value' into three words.
        if [[ $cur == = ]]; then
          cur=""
        elif [[ $prev == = ]] && ((COMP_CWORD > 1)); then
          prev="${COMP_WORDS[COMP_CWORD-2]}"
        fi
        for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
          if [[ $word == -- ]]; then prev="--"; fi
          case "$path $word" in

      """
    let names = allCommands.dropFirst().map { "\"\($0.typedName)\"" }
    if !names.isEmpty { script += "      \(names.joined(separator: " | "))) path=\"$path $word\" ;;\n" }
    script += """
          esac
        done
        case "$path $prev" in

      """
    for (typedName, command) in allCommands {
      for option in command.options where option.takesValue {
        let words = [option.typedName] + (option.short.map { ["-\($0)"] } ?? [])
        let patterns = words.map { "\"\(typedName) \($0)\"" }.joined(separator: " | ")
        script += "    \(patterns)) \(option.bashReply.map { $0 + "; " } ?? "")return ;;\n"
      }
    }
    script += """
        esac
        case "$path" in

      """
    for (typedName, command) in allCommands {
      script += "    \"\(typedName)\")\n      if [[ $cur == -* && $prev != -- ]]; then\n"
      let options = command.optionsWithBuiltIn(isRoot: typedName == name).map(\.typedName)
      script += "        COMPREPLY=($(compgen -W \(ShellQuoting.lines(options)) -- \"$cur\"))\n"
      if !command.commands.isEmpty {
        let names = command.commands.map(\.name) + ["help"]
        script += "      else\n        COMPREPLY=($(compgen -W \(ShellQuoting.lines(names)) -- \"$cur\"))\n"
      } else if let reply = command.positionals.first?.bashReply {
        script += "      else\n        \(reply)\n"
      }
      script += "      fi\n      ;;\n"
    }
    return script + """
        esac
      }

      complete -F \(function) \(name)

      """
  }
}

extension ShellQuoting {
  /// `text` as a name of a function.
  static func identifier(_ text: String) -> String {
    String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// Words for `compgen -W`, which divides at newlines here.
  fileprivate static func lines(_ words: [String]) -> String {
    "$'\(words.map { escaping("\\'", in: $0) }.joined(separator: "\\n"))'"
  }
}

extension ArgumentShape {
  /// Commands that set COMPREPLY to what may stand for the value; nil where nothing is known.
  fileprivate var bashReply: String? {
    switch completion {
    case .files([]): return "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$cur\"))"
    case .files(let extensions):
      let found = extensions.map { "compgen -f -X '!*.\($0)' -- \"$cur\"" } + ["compgen -d -- \"$cur\""]
      return "compopt -o filenames 2>/dev/null; COMPREPLY=($(\(found.joined(separator: "; "))))"
    case .directories: return "compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- \"$cur\"))"
    case .automatic, .values: break
    }
    guard let values = offeredValues, !values.isEmpty else { return nil }
    let words = ShellQuoting.lines(values)
    guard let separator else { return "COMPREPLY=($(compgen -W \(words) -- \"$cur\"))" }
    // What stands before the last separator is kept in front of each word.
    return "word=\"\"; if [[ $cur == *\(separator)* ]]; then word=\"${cur%\(separator)*}\(separator)\"; fi; "
      + "COMPREPLY=($(compgen -P \"$word\" -W \(words) -- \"${cur##*\(separator)}\"))"
  }
}
