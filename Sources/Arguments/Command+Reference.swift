extension Command {
  /// The whole tree as a page in Markdown (CommonMark with GitHub's tables): what `--help` says at every level.
  package func markdownReference() -> String {
    var page = "# \(name)\n\n\(summary)\n"
    for (typedName, command) in allCommands {
      if typedName != name { page += "\n## \(typedName)\n\n\(command.summary)\n" }
      page += "\n```\n\(command.usage(as: typedName))\n```\n"
      for paragraph in command.discussion { page += "\n\(paragraph)\n" }
      page += Self.table("Argument", command.positionals.map { ("`\($0.usageName)`", $0.describedHelp) })
      page += Self.table("Command", command.commands.map { ("`\($0.name)`", $0.summary) })
      if case .leaf(let leaf) = command.content {
        for group in leaf.options {
          page += Self.table(group.heading, group.rows.map { ($0.markdownSynopsis, $0.describedHelp) })
        }
      }
      for example in command.examples { page += "\n```\n\(example.line)\n```\n\(example.meaning)\n" }
    }
    return page
  }

  private static func table(_ heading: String, _ rows: [(term: String, description: String)]) -> String {
    guard !rows.isEmpty else { return "" }
    var table = "\n| \(heading) | |\n|---|---|\n"
    for row in rows {
      table +=
        "| \(ShellQuoting.escaping("|", in: row.term)) | \(ShellQuoting.escaping("|*_<`", in: row.description)) |\n"
    }
    return table
  }

  /// The whole tree as a manual page (man(7)).
  ///
  /// - Parameters:
  ///   - version: The program's version, for the foot of the page.
  ///   - date: The day of the version, such as `2026-11-23`.
  package func manualPage(version: String, date: String) -> String {
    var page = ".TH \(name.roffUpper) 1 \(date.roffArgument) \("\(name) \(version)".roffArgument)\n"
    page += ".SH NAME\n\(name.roff) \\- \(summary.roff)\n"
    for (typedName, command) in allCommands {
      page += typedName == name ? ".SH SYNOPSIS\n" : ".SH \(typedName.roffUpper)\n\(command.summary.roff)\n.PP\n"
      page += ".B \(command.usage(as: typedName).dropFirst("usage: ".count).description.roff)\n"
      for paragraph in command.discussion { page += ".PP\n\(paragraph.roff)\n" }
      for row in command.positionals { page += ".TP\n.I \(row.usageName.roff)\n\(row.describedHelp.roff)\n" }
      if case .leaf(let leaf) = command.content {
        for group in leaf.options {
          page += ".SS \(group.heading.roff)\n"
          for row in group.rows { page += ".TP\n.B \(row.roffSynopsis)\n\(row.describedHelp.roff)\n" }
        }
      }
      for example in command.examples {
        page += ".PP\n.EX\n\(example.line.roff)\n.EE\n\(example.meaning.roff)\n"
      }
    }
    return page
  }
}

extension ArgumentShape {
  /// `` `-o`, `--output FILE` ``
  fileprivate var markdownSynopsis: String {
    let long = "`\(typedName)\(takesValue ? " \(valueName)" : "")`"
    return short.map { "`-\($0)`, \(long)" } ?? long
  }

  fileprivate var roffSynopsis: String {
    let long = takesValue ? "\(typedName) \(valueName)" : typedName
    return (short.map { "-\($0), \(long)" } ?? long).roff
  }
}

extension String {
  /// As text of roff: a backslash, a dash and what would begin a request lose their meaning.
  fileprivate var roff: String {
    let text = ShellQuoting.escaping("-", in: reduce(into: "") { $0 += $1 == "\\" ? "\\e" : String($1) })
    return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&" + text : text
  }

  fileprivate var roffUpper: String { uppercased().roffArgument }
  fileprivate var roffArgument: String { "\"\(roff)\"" }
}
