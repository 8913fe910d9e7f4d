import Arguments

/// `figlint completions`: the script with which a shell completes command lines.
enum CompletionsCommand {
  private static let shell = Positional<Shell>("SHELL", help: "The shell that the script is for.")

  static var table: Command {
    Command(
      "completions", summary: "Prints a script with which a shell completes figlint's command lines.",
      positionals: [shell.shape],
      examples: [
        .init("figlint completions bash > ~/.local/share/bash-completion/completions/figlint", "For bash."),
        .init("figlint completions zsh > ~/.zfunc/_figlint", "For zsh, with ~/.zfunc in its fpath."),
        .init("figlint completions fish > ~/.config/fish/completions/figlint.fish", "For fish."),
      ],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) -> ExitCode {
    console.result(Program.table.completions(for: parsed[shell]))
  }
}
