import Arguments

enum SchemaShowCommand {
  static var table: Command<Program.Action> { Command("show", summary: "x", action: .schemaShow) }
  static func run(_ parsed: ParsedArguments, _ console: inout Console) throws(Failure) -> ExitCode { .clean }
}
