import Arguments
import NetworkCommands

/// The program: its table of commands, and how they are run.
enum Program {
  private static let name = "figlint"

  /// Carries out a command line, without the program's name, and gives the exit code.
  static func run(_ arguments: [String]) -> Int32 {
    // Most runs are checks, and the rest of the table takes as long to make as a figure to check.
    guard arguments.first == "check" else { return CommandLineProgram.run(table, arguments) }
    return CommandLineProgram.run(CheckCommand.table, of: name, Array(arguments.dropFirst()))
  }

  /// The action of a command: `body`, and what it says when it fails.
  static func action(
    _ body: @escaping @Sendable (ParsedArguments, Console) throws(Failure) -> ExitCode
  ) -> Command.Action { CommandLineProgram.action(body) }

  /// All commands.
  static var table: Command {
    Command(
      name, summary: "Checks plotly figures: finds what plotly.js would ignore or draw wrongly, and says where.",
      examples: [
        .init("figlint check figs/", "Check the figures in a folder."),
        .init("figlint check --target 3,4 fig.json", "Check a figure against the newest 3.x and 4.x."),
        .init("figlint explain scatter.marker.size", "Tell what an attribute takes, and since when."),
      ],
      fileCommand: "check",
      commands: [
        CheckCommand.table, RulesCommand.table, ExplainCommand.table,
        Command(
          "schema",
          summary: "Lists, shows, compares, fetches and compiles the plot-schemas that figures are checked against.",
          commands: [
            SchemaListCommand.table, SchemaShowCommand.table, SchemaDiffCommand.table, SchemaStatsCommand.table,
            SchemaSnapshotCommand.table, SchemaDefaultsCommand.table, SchemaCompileCommand.table,
            SchemaCacheCommand.table,
            SchemaExportCommand.table,
          ] + NetworkCommand.schema(StudioProgram.action)),
        InitCommand.table, CompletionsCommand.table, ManCommand.table,
      ] + NetworkCommand.topLevel(StudioProgram.action))
  }
}
