import Arguments

/// `figlint man`: what `--help` says at every level, as one page.
enum ManCommand {
  private static let format = Option<ManualFormat>(
    "format", short: "f", value: "FORMAT", default: .man, help: "Form of the page.")

  /// The day of the version.
  private static let date = "2026-11-27"

  static var table: Command {
    Command(
      "man", summary: "Prints the manual page.",
      options: [OptionGroup("Report", format.shape)],
      examples: [
        .init("figlint man | man -l -", "Read it."),
        .init("figlint man > ~/.local/share/man/man1/figlint.1", "Install it, for 'man figlint'."),
        .init("figlint man --format markdown", "The same as Markdown, for a site."),
      ],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) -> ExitCode {
    switch parsed[format] {
    case .man: console.result(Program.table.manualPage(version: Installation.version, date: date))
    case .markdown: console.result(Program.table.markdownReference())
    }
  }
}

/// The forms of the manual.
private enum ManualFormat: String, ArgumentChoice {
  case man, markdown
}
