import Arguments
import JSONCore
import SchemaCompiler
import SchemaHistory
import SchemaStore
import ValidationTree

/// `figlint schema list`: the plotly.js versions that figures can be checked against.
enum SchemaListCommand {
  private static let json = Flag("json", help: "Print JSON.")

  static var table: Command {
    Command(
      "list", summary: "Lists the plotly.js versions that figures can be checked against.",
      discussion: [
        "Any of them is a --target, and so are '4.1' and '4' for the newest of a line that is built in, or else of one that was "
          + "fetched."
      ],
      options: [OptionGroup("Report", json.shape)],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let rows = SchemaRow.sorted(SchemaRow.builtIn(ValidationTree.bundled) + fetched(console))
    return console.result(parsed[json] ? SchemaRow.json(rows) : SchemaRow.text(rows))
  }

  /// The versions in the cache. One that cannot be used is told.
  private static func fetched(_ console: Console) -> [SchemaRow] {
    guard let cache = Installation.cache else { return [] }
    return cache.names().compactMap { name in
      switch cache.entry(name) {
      case .none: break
      case .damaged(let path): FetchedVersion.report([.damaged(path: path)], console)
      case .found(let record):
        do throws(CacheNotice) {
          let answer = try cache.tree(of: record)
          FetchedVersion.report(answer.notices, console)
          return SchemaRow(
            SchemaVersion(answer.tree, 0), origin: record.origin.place, kind: record.origin.kind.rawValue,
            size: cache.size(of: record))
        } catch {
          FetchedVersion.report([error], console)
        }
      }
      return nil
    }
  }
}

/// A schema that figures can be checked against, as the list shows it.
struct SchemaRow {
  let version: String
  /// Where it comes from: `built in`, the path of a file, an address.
  let origin: String
  /// `built in`, or what the place is.
  let kind: String
  /// What it takes where it is kept, in bytes; nil for what shares its place with others.
  let size: Int?
  let traceTypes: Int
  /// Places of attributes.
  let attributes: Int
  let traits: VersionTraits

  init(_ version: SchemaVersion, origin: String, kind: String, size: Int?) {
    var places = SchemaPlaces(version)
    self.version = version.name
    self.origin = origin
    self.kind = kind
    self.size = size
    traceTypes = version.roots.count { $0.kind == .traceType }
    attributes = places.all().attributes
    traits = version.tree.traits(version.index)
  }

  /// The versions of the tree that is built in.
  static func builtIn(_ tree: ValidationTree) -> [SchemaRow] {
    (0..<tree.versionCount).map {
      SchemaRow(SchemaVersion(tree, $0), origin: "built in", kind: "built in", size: nil)
    }
  }

  /// The newest plotly.js first, and what is called otherwise behind.
  static func sorted(_ rows: [SchemaRow]) -> [SchemaRow] {
    rows.map { (row: $0, version: PlotlyVersion($0.version)) }.inOrder { a, b in
      switch (a.version, b.version) {
      case (let a?, let b?): a > b
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): a.row.version < b.row.version
      }
    }.map(\.row)
  }

  /// What sets the version apart from others, in words.
  private var notes: [String] {
    var notes: [String] = []
    if traits.contains(.transforms) { notes.append("transforms") }
    if traits.contains(.typedArrays) { notes.append("typed arrays") }
    if traits.contains(.modernColours) { notes.append("strict colours") }
    return notes
  }

  // MARK: - Forms

  static func text(_ rows: [SchemaRow]) -> String {
    var table = TextTable(["version", "origin", "trace types", "attributes", "notes"])
    for row in rows {
      table.add([
        row.version, TextEscaping.escaped(row.origin) + (row.size.map { ", \($0.grouped) bytes" } ?? ""),
        "\(row.traceTypes)",
        row.attributes.grouped, row.notes.joined(separator: ", "),
      ])
    }
    return table.text
  }

  static func json(_ rows: [SchemaRow]) -> String {
    JSONText.line { json in
      json.object { json in
        json.member("version", 1)
        json.key("schemas")
        json.array { json in
          for row in rows {
            json.object { json in
              json.member("plotly.js", row.version)
              json.member("origin", row.origin)
              json.member("kind", row.kind)
              json.member("bytes", orNull: row.size)
              json.member("traceTypes", row.traceTypes)
              json.member("attributes", row.attributes)
              json.member("transforms", row.traits.contains(.transforms))
              json.member("typedArrays", row.traits.contains(.typedArrays))
              json.member("strictColours", row.traits.contains(.modernColours))
            }
          }
        }
      }
    }
  }
}
