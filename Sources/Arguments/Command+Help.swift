extension Command {
  /// The columns that help fits into.
  private static var width: Int { 80 }
  /// Where the second column begins.
  private static var indent: Int { 26 }

  /// Usage on one line: `usage: figlint check [OPTION…] [PATH…]`.
  ///
  /// - Parameter typedName: The command as it is typed, with the program's name.
  func usage(as typedName: String) -> String {
    var words = ["usage:", typedName]
    switch content {
    case .group: words.append("COMMAND")
    case .leaf:
      for option in options {
        if case .required = option.arity { words.append("\(option.typedName) \(option.valueName)") }
      }
      if !options.isEmpty { words.append("[OPTION…]") }
      words += positionals.map(\.usage)
    }
    return words.joined(separator: " ")
  }

  /// The whole help page, each line ended, at most 80 columns wide.
  func helpText(as typedName: String, isRoot: Bool) -> String {
    var page = HelpPage(width: Self.width, indent: Self.indent)
    page.paragraph(summary)
    page.line(usage(as: typedName))
    for paragraph in discussion { page.paragraph(paragraph) }
    if !positionals.isEmpty {
      page.heading("Arguments")
      for row in positionals { page.entry(row.usageName, row.describedHelp) }
    }
    if !commands.isEmpty {
      page.heading("Commands")
      for command in commands { page.entry(command.name, command.summary) }
    }
    if case .leaf(let leaf) = content {
      for group in leaf.options {
        page.heading(group.heading)
        for row in group.rows { page.entry(row.synopsis, row.describedHelp) }
      }
    }
    page.heading("Help")
    page.entry(Flag.help.shape.synopsis, Flag.help.shape.help)
    if isRoot, !commands.isEmpty {
      page.entry(Flag.version.shape.synopsis, Flag.version.shape.help)
      page.entry("help COMMAND", "Print the help of a command.")
    }
    if !examples.isEmpty {
      page.heading("Examples")
      for example in examples { page.example(example.line, example.meaning) }
    }
    return page.text
  }
}

extension ArgumentShape {
  /// The value name of a positional with what says how often it may stand: `[PATH…]`.
  var usage: String {
    switch arity {
    case .optional, .flag: "[\(usageName)]"
    case .required: usageName
    case .list(let minimum): minimum > 0 ? usageName : "[\(usageName)]"
    }
  }

  /// The value name of a positional, with dots where it may be repeated.
  var usageName: String { isList ? valueName + "…" : valueName }

  /// Letter, name and value as help shows them: `-o, --output FILE`.
  var synopsis: String {
    let names = (short.map { "-\($0), " } ?? "    ") + typedName
    return takesValue ? "\(names) \(valueName)" : names
  }

  /// The help with what is accepted, how often and the default behind it.
  var describedHelp: String {
    var notes: [String] = []
    if !acceptedValues.isEmpty { notes.append("one of: \(acceptedValues.joined(separator: ", "))") }
    if let bounds { notes.append("\(bounds.lowerBound) to \(bounds.upperBound)") }
    if isOption, isList { notes.append("repeatable") }
    if let defaultText { notes.append("default: \(defaultText)") }
    return notes.isEmpty ? help : "\(help) [\(notes.joined(separator: "; "))]"
  }
}

/// A help page while it is written.
private struct HelpPage {
  let width: Int
  let indent: Int
  private(set) var text = ""

  init(width: Int, indent: Int) {
    self.width = width
    self.indent = indent
  }

  mutating func line(_ line: String) { text += line + "\n" }

  /// Text over the whole width, with an empty line on the side where other text is.
  mutating func paragraph(_ paragraph: String) {
    let isFirst = text.isEmpty
    if !isFirst { line("") }
    for wrapped in TextWrapping.lines(paragraph, width: width) { line(wrapped) }
    if isFirst { line("") }
  }

  mutating func heading(_ heading: String) { text += "\n\(heading):\n" }

  /// A term and its description beside it, or below where the term is too long.
  mutating func entry(_ term: String, _ description: String) {
    let term = "  " + term
    var lines = TextWrapping.lines(description, width: width - indent)[...]
    if term.unicodeScalars.count + 2 <= indent, let first = lines.popFirst() {
      line(TextWrapping.padded(term, to: indent) + first)
    } else {
      line(term)
    }
    for wrapped in lines { line(String(repeating: " ", count: indent) + wrapped) }
  }

  mutating func example(_ command: String, _ meaning: String) {
    line("  " + command)
    for wrapped in TextWrapping.lines(meaning, width: width - 6) { line("      " + wrapped) }
  }
}
