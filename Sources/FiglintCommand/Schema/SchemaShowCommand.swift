import Arguments
import LintRules
import SchemaCompiler
import ValidationTree

/// `figlint schema show`: the attributes at a place of the schema, as a tree.
enum SchemaShowCommand {
  private static let path = Positional<String?>(
    "PATH", help: "A trace type, 'layout', 'config', 'frames' or what is below: 'scatter.marker'.")
  private static let target = Option<String>(
    "target", short: "t", value: "VERSION", default: "latest", help: "The plotly.js version.")
  private static let depth = Option<Int>("depth", value: "N", in: 1...64, default: 1, help: "How many levels to show.")

  static var table: Command {
    Command(
      "show", summary: "Shows the attributes at a place of the schema.",
      positionals: [path.shape], options: [OptionGroup("Schema", target.shape, depth.shape)],
      examples: [.init("figlint schema show scatter.marker --depth 2", "Attributes and what they accept.")],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let tree = ValidationTree.bundled
    let version = try SchemaFiles.version(parsed[target], of: tree)
    guard let text = parsed[path] else {
      let names = tree.rootNames.filter { !live(tree.follow([$0]).variants, version).isEmpty }
      return console.result(names.map { $0 + "\n" }.joined())
    }
    let names = SchemaFiles.names(ofPath: text)
    let found = live(tree.follow(names).variants, version)
    guard !found.isEmpty else {
      throw Failure(
        message: "plotly.js \(parsed[target]) has no attribute '\(text)'",
        help: "'figlint explain \(text)' tells in which versions it is known")
    }
    var output = ""
    show(found, "", parsed[depth], version, tree, &output)
    return console.result(output)
  }

  private static func show(
    _ variants: [Variant], _ indent: String, _ depth: Int, _ version: VersionSet, _ tree: ValidationTree,
    _ output: inout String
  ) {
    if let node = variants.first?.node, node.kind == .attribute {
      output += "\(ValueDescription(tree, node.attribute, listLimit: 12).textWithArrays)\n"
    }
    for (name, all) in tree.members(of: variants) {
      guard let node = live(all, version).first?.node else { continue }
      output += indent + name
      switch node.kind {
      case .attribute:
        output += ": \(ValueDescription(tree, node.attribute, listLimit: 4).textWithArrays)\n"
      case .container: output += " {…}\n"
      case .list: output += " [{…}]\n"
      }
      if depth > 1, node.kind != .attribute {
        show(live(all, version), indent + "  ", depth - 1, version, tree, &output)
      }
    }
  }

  private static func live(_ variants: [Variant], _ version: VersionSet) -> [Variant] {
    variants.compactMap { variant in
      let versions = variant.versions.intersection(version)
      return versions.isEmpty ? nil : Variant(versions: versions, node: variant.node)
    }
  }
}
