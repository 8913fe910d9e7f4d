import Arguments
import PlotSchema
import SchemaCompiler

/// `figlint schema snapshot`: the facts of a plot-schema, small and always written the same way.
enum SchemaSnapshotCommand {
  private static let file = Positional<String>(
    "PLOT-SCHEMA", help: "A plot-schema.json, or '-' for standard input.", complete: .files("json"))
  private static let version = Option<String>(
    "version", value: "VERSION", help: "The plotly.js version that the schema belongs to.")
  private static let output = Option<String?>(
    "output", short: "o", value: "FILE", help: "Write to FILE instead of standard output.", complete: .files("json"))

  static var table: Command {
    Command(
      "snapshot", summary: "Writes the facts of a plot-schema: names, types, values, defaults.",
      positionals: [file.shape], options: [OptionGroup("Snapshot", version.shape, output.shape)],
      examples: [
        .init(
          "figlint schema snapshot plot-schema.json --version 4.1.1 -o SchemaSnapshots/4.1.1.json", "Renew a snapshot.")
      ],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    guard PlotlyVersion(parsed[version]) != nil else {
      throw Failure(message: "--version: '\(parsed[version])' is no plotly.js version", help: "write it as '4.1.1'")
    }
    let schema = try SchemaFiles.read(parsed[file], version: parsed[version], console)
    try SchemaFiles.write(SnapshotWriter.write(schema), to: parsed[output])
    return .clean
  }
}
