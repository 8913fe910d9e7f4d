import Arguments
import JSONCore
import SchemaHistory
import ValidationTree

/// `figlint schema stats`: how large a schema is.
enum SchemaStatsCommand {
  private static let schema = Positional<String?>(
    "SCHEMA", help: "\(SchemaArgument.help.prefix(1).uppercased())\(SchemaArgument.help.dropFirst()).",
    complete: .files("json"))
  private static let json = Flag("json", help: "Print JSON.")

  static var table: Command {
    Command(
      "stats", summary: "Counts trace types, attributes and definitions of a schema.",
      discussion: ["Without SCHEMA it is the newest version that is built in."],
      positionals: [schema.shape], options: [OptionGroup("Report", json.shape)],
      examples: [.init("figlint schema stats 3.7.0", "How large the schema of a version is.")],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let version = try SchemaArgument.read(parsed[schema] ?? "latest", console)
    let statistics = SchemaStatistics(version)
    return console.result(parsed[json] ? self.json(version, statistics) : text(version, statistics))
  }

  /// The types of attributes and how often each comes, most frequent first.
  private static func types(_ statistics: SchemaStatistics) -> [(type: ValType, count: Int)] {
    ValType.allCases.map { ($0, statistics.places.byType[Int($0.rawValue)]) }.filter { $0.1 > 0 }
      .inOrder { $0.1 == $1.1 ? $0.0.name < $1.0.name : $0.1 > $1.1 }
  }

  private static func text(_ version: SchemaVersion, _ statistics: SchemaStatistics) -> String {
    let places = statistics.places
    var table = TextTable(["plotly.js", version.name])
    table.add(["trace types", statistics.traceTypes.grouped])
    table.add(["transforms", statistics.transformTypes.grouped])
    table.add(["attributes", "\(places.attributes.grouped), \(statistics.distinctAttributes.grouped) distinct"])
    table.add([
      "objects",
      "\((places.objects + places.lists).grouped), \(places.lists.grouped) of them in lists; "
        + "\(statistics.distinctObjects.grouped) distinct",
    ])
    table.add(["names", statistics.distinctNames.grouped])
    table.add(["tree", treeSize(version.tree)])
    var types = TextTable(["\nvalType", "attributes"])
    for (type, count) in self.types(statistics) { types.add([type.name, count.grouped]) }
    return table.text + types.text
  }

  private static func treeSize(_ tree: ValidationTree) -> String {
    tree.byteCount.counted("byte") + (tree.versionCount > 1 ? " for \(tree.versionCount) versions" : "")
  }

  private static func json(_ version: SchemaVersion, _ statistics: SchemaStatistics) -> String {
    JSONText.line { json in
      json.object { json in
        json.member("version", 1)
        json.member("plotly.js", version.name)
        json.member("traceTypes", statistics.traceTypes)
        json.member("transforms", statistics.transformTypes)
        json.member("attributes", statistics.places.attributes)
        json.member("distinctAttributes", statistics.distinctAttributes)
        json.member("objects", statistics.places.objects)
        json.member("lists", statistics.places.lists)
        json.member("distinctObjects", statistics.distinctObjects)
        json.member("names", statistics.distinctNames)
        json.key("valTypes")
        json.object { json in for (type, count) in types(statistics) { json.member(type.name, count) } }
        json.key("tree")
        json.object { json in
          json.member("bytes", version.tree.byteCount)
          json.member("versions", version.tree.versionCount)
        }
      }
    }
  }
}
