import Arguments
import SchemaHistory
import ValidationTree

/// `figlint schema diff`: what differs between two schemas.
enum SchemaDiffCommand {
  private static let old = Positional<String>(
    "OLD", help: "\(SchemaArgument.help.prefix(1).uppercased())\(SchemaArgument.help.dropFirst()).",
    complete: .files("json"))
  private static let new = Positional<String>("NEW", help: "What to compare it with.", complete: .files("json"))
  private static let only = Option<String?>(
    "only", value: "PATH", help: "Only what is at PATH or below: 'scatter', 'layout.xaxis'.")
  private static let all = Flag(
    "all", help: "List each attribute, also those of objects that came or went as a whole, and like ones one by one.")
  private static let json = Flag("json", help: "Print JSON.")
  private static let exitCode = Flag("exit-code", help: "End with 1 if there are differences.")

  static var table: Command {
    Command(
      "diff", summary: "Tells what differs between two schemas.",
      discussion: [
        "Trace types and attributes that came (+) or went (-), and those whose type, values, bounds, default or the like "
          + "changed (~). An object that came or went as a whole is one line with the number of its attributes, and so are "
          + "like changes at many places.",
        "Exit codes: 0, or with --exit-code 1 where there are differences; 2 wrong use or a schema that cannot be read.",
      ],
      positionals: [old.shape, new.shape],
      options: [OptionGroup("What", only.shape, all.shape), OptionGroup("Report", json.shape, exitCode.shape)],
      examples: [
        .init("figlint schema diff 2.35.2 3.7.0", "What plotly.js 3 brought and took."),
        .init("figlint schema diff 3 4 --only scatter --all", "Each change of one trace type."),
        .init("figlint schema diff latest plot-schema.json", "What sets a schema of one's own apart."),
      ],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let old = try SchemaArgument.read(parsed[Self.old], console)
    let new = try SchemaArgument.read(parsed[Self.new], console)
    var changes = SchemaDiff.changes(from: old, to: new)
    if let path = parsed[only] { changes = try self.changes(changes, at: path, old, new) }
    let report = DiffReport(
      from: names(parsed[Self.old], old), to: names(parsed[Self.new], new), changes: changes,
      listsLeaves: parsed[all])
    let code = console.result(parsed[json] ? report.json : report.text)
    return code == .clean && parsed[exitCode] && !changes.isEmpty ? .findings : code
  }

  /// What reports call a schema: its version, or the file it comes from.
  private static func names(_ argument: String, _ version: SchemaVersion) -> String {
    version.tree.versionCount > 1 ? version.name : argument
  }

  /// The changes at and below a path, those in an object that came or went as a whole included.
  private static func changes(
    _ changes: [SchemaChange], at path: String, _ old: SchemaVersion, _ new: SchemaVersion
  ) throws(Failure) -> [SchemaChange] {
    let names = SchemaFiles.names(ofPath: path)
    let isGroup = names.first.map { ["transforms", "animation"].contains($0) } ?? false
    let isKnown = isGroup || [old, new].contains { NamedPlace(names, in: $0.tree).node(in: $0.set) != nil }
    guard isKnown else { throw UnknownPath.failure(path, names, in: new.tree) }
    return changes.compactMap { change in
      let place = SchemaFiles.names(ofPath: change.path)
      if place.starts(with: names) { return change }
      return names.starts(with: place) ? change.below(names.dropFirst(place.count)) : nil
    }
  }
}
