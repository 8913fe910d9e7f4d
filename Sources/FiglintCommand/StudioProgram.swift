import Arguments
import NetworkCommands
import SystemIO

/// `figlint-studio`, the program beside this one that has a network.
enum StudioProgram {
  /// What this program does for a command that needs a network: it becomes the other one, with the same command line.
  static func action(_ command: NetworkCommand) -> Command.Action {
    switch command {
    case .schemaFetch:
      { parsed in
        parsed.isGiven(SchemaFetchTable.from.shape)
          ? Program.action(SchemaFetchFile.run)(parsed) : Program.action(start)(parsed)
      }
    case .upload, .uploadGrid, .download, .image, .api, .files: Program.action(start)
    }
  }

  private static func start(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let error = SiblingProgram.run("figlint-studio", Array(CommandLine.arguments.dropFirst()))
    throw Failure(
      message: "commands that use a network are carried out by figlint-studio: " + error.message,
      help: error.help ?? "install figlint and figlint-studio of the same release in one directory")
  }
}
