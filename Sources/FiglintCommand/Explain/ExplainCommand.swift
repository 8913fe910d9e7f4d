import Arguments
import Diagnostics
import JSONCore
import LintRules
import SchemaCompiler
import ValidationTree

/// `figlint explain`: all about a rule, or about an attribute.
enum ExplainCommand {
  private static let subject = Positional<String>(
    "RULE|ATTRIBUTE", help: "A rule ('S001', 'unknown-attribute') or an attribute ('scatter.marker.size').")

  static var table: Command {
    Command(
      "explain", summary: "Tells all about a rule or an attribute.",
      positionals: [subject.shape],
      examples: [
        .init("figlint explain S002", "What the rule finds, why it matters, what to do."),
        .init("figlint explain layout.xaxis.title.font", "What the object holds, and since when."),
        .init("figlint explain scatter.marker.size", "Type, default, accepted values and versions."),
      ],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let text = parsed[subject]
    if let rule = RuleRegistry.rule(named: text) { return console.result(RuleDocumentation.page(rule.metadata)) }
    let tree = ValidationTree.bundled
    let path = SchemaFiles.names(ofPath: text)
    let found = tree.follow(path)
    guard found.variants.isEmpty else { return console.result(AttributePage(tree, path, found.variants).text) }
    throw failure(text, path, found, tree)
  }

  private static func failure(
    _ text: String, _ path: [String], _ found: SchemaPath, _ tree: ValidationTree
  ) -> Failure {
    guard found.knownCount > 0 else {
      let names = RuleRegistry.metadata.flatMap { [$0.name, $0.id.description] } + tree.rootNames
      let nearest = NearestNames.matches(to: path.first ?? "", among: names).first?.name
      return Failure(
        message: "'\(text)' is neither a rule nor an attribute",
        help: (nearest.map { "did you mean '\($0)'? " } ?? "")
          + "attributes begin with a trace type, 'layout', 'config' or 'frames': scatter.marker.size")
    }
    let known = path.prefix(found.knownCount).joined(separator: ".")
    let names = tree.members(of: found.lastKnown).map(\.name)
    let nearest = NearestNames.matches(to: path[found.knownCount], among: names).prefix(3).map {
      "'\(known).\($0.name)'"
    }
    return Failure(
      message: "'\(known)' has no attribute '\(path[found.knownCount])'",
      help: nearest.isEmpty
        ? "'figlint schema show \(known)' lists what it has" : "did you mean \(nearest.joined(separator: " or "))?")
  }
}
