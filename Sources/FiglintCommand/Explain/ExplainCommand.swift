import Arguments
import Diagnostics
import JSONCore
import LintRules
import SchemaCompiler
import SchemaHistory
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
    let place = NamedPlace(path, in: tree)
    guard place.variants.isEmpty else { return console.result(AttributePage(place).text) }
    throw UnknownPath.failure(
      text, path, in: tree, besides: RuleRegistry.metadata.flatMap { [$0.name, $0.id.description] },
      message: "'\(text)' is neither a rule nor an attribute")
  }
}
