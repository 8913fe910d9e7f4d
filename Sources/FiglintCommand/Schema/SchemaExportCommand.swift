import Arguments
import SchemaExport
import SchemaHistory
import SystemIO
import ValidationTree

/// `figlint schema export`: a schema in the form of another tool.
enum SchemaExportCommand {
  private static let version = Positional<String?>(
    "VERSION",
    help: "\(SchemaArgument.help.prefix(1).uppercased())\(SchemaArgument.help.dropFirst()); latest if not given.",
    complete: .files("json"))
  private static let jsonSchema = Flag("json-schema", help: "Write JSON Schema.")
  private static let draft = Option<JSONSchemaDialect>(
    "draft", value: "DRAFT", default: .draft2020, help: "The draft of JSON Schema; editors know 7 best.")
  private static let trace = Option<[String]>(
    "trace", value: "TYPE[,TYPE…]", separator: ",", help: "Only these trace types: a figure with others is then wrong.")
  private static let output = Option<String?>(
    "output", short: "o", value: "FILE", help: "Write there, and not to standard output.", complete: .files([]))

  static var table: Command {
    Command(
      "export", summary: "Writes a schema as JSON Schema, for editors and other validators.",
      discussion: [
        "The JSON Schema takes what plotly.js takes, with one error for one mistake. It cannot say all that figlint checks: that "
          + "the stops of a colorscale ascend, that a typed array fits its shape, of which type the trace is that a frame updates, "
          + "how large a number in a text is, and names of colours with capitals."
      ],
      positionals: [version.shape],
      options: [OptionGroup("Form", jsonSchema.shape, draft.shape, trace.shape, output.shape)],
      examples: [
        .init("figlint schema export --json-schema -o figure.schema.json", "For the newest plotly.js."),
        .init("figlint schema export 3 --json-schema --draft 7 --trace scatter,bar", "A small one for an editor."),
      ],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    guard parsed[jsonSchema] else {
      throw Failure(message: "the form is not named", help: "'--json-schema' is the one there is")
    }
    let version = try SchemaArgument.read(parsed[Self.version] ?? "latest", console)
    let types = try types(parsed[trace], of: version)
    let export = JSONSchemaExport(version, parsed[draft], only: types)
    try SchemaFiles.write(export.text(), to: parsed[output])
    return .clean
  }

  /// The trace types that a user names; nil for all.
  private static func types(_ names: [String], of version: SchemaVersion) throws(Failure) -> [String]? {
    guard !names.isEmpty else { return nil }
    let known = version.members(of: version.tree.traces).map(\.name)
    for name in names where !known.contains(name) {
      let nearest = EditDistance.nearest(name, in: known)
      throw Failure(
        message: "--trace: plotly.js \(version.name) has no trace type '\(name)'",
        help: nearest.map { "did you mean '\($0)'?" } ?? "'figlint schema show' lists them")
    }
    return names
  }
}

extension JSONSchemaDialect: ArgumentChoice {}
