import Arguments
import SchemaHistory
import ValidationTree

/// `figlint schema show`: the attributes at a place of the schema, as a tree.
enum SchemaShowCommand {
  private static let path = Positional<String?>(
    "PATH", help: "A trace type, 'layout', 'config', 'frames' or what is below: 'scatter.marker'.")
  private static let target = Option<String>(
    "target", short: "t", value: "VERSION", default: "latest",
    help: "The schema: \(SchemaArgument.help).")
  private static let depth = Option<Int>("depth", value: "N", in: 1...64, default: 1, help: "How many levels to show.")
  private static let json = Flag("json", help: "Print JSON.")

  static var table: Command {
    Command(
      "show", summary: "Shows the attributes at a place of the schema.",
      discussion: [
        "In brackets stand the default, the versions that know an attribute where it is younger or older than what it is "
          + "in, and the trace types that bring it into the layout."
      ],
      positionals: [path.shape],
      options: [OptionGroup("Schema", target.shape, depth.shape), OptionGroup("Report", json.shape)],
      examples: [
        .init("figlint schema show scatter.marker --depth 2", "Attributes and what they accept."),
        .init("figlint schema show layout -t 3.7.0 --json", "The layout of plotly.js 3.7.0, for programs."),
      ],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let version = try SchemaArgument.read(parsed[target], console)
    let text = parsed[path] ?? ""
    let place = NamedPlace(SchemaFiles.names(ofPath: text), in: version.tree)
    if !place.names.isEmpty {
      guard !place.variants.isEmpty else { throw UnknownPath.failure(text, place.names, in: version.tree) }
      guard place.node(in: version.set) != nil else { throw UnknownPath.failure(text, place, notIn: version) }
    }
    if parsed[json] { return console.result(PlaceJSON.text(place, version, depth: parsed[depth])) }
    return console.result(PlaceText(version).text(place, depth: parsed[depth]))
  }
}
