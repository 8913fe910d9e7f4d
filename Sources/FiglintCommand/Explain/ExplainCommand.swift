import Arguments

enum ExplainCommand {
  static var table: Command<Program.Action> { Command("explain", summary: "x", action: .explain) }
  static func run(_ parsed: ParsedArguments, _ console: inout Console) throws(Failure) -> ExitCode { .clean }
}
