import Arguments
import LintRules

/// `figlint rules`: what figlint looks for.
enum RulesCommand {
  private static let format = Option<RuleListFormat>(
    "format", short: "f", value: "FORMAT", default: .table, help: "Form of the list.")

  static var table: Command {
    Command(
      "rules", summary: "Lists the rules.",
      discussion: ["'figlint explain RULE' tells more about one of them."],
      options: [OptionGroup("Report", format.shape)], action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let text =
      switch parsed[format] {
      case .table: RuleDocumentation.table()
      case .json: RuleDocumentation.json()
      case .markdown: RuleDocumentation.markdown()
      }
    return console.result(text)
  }
}

/// The forms of the list of rules.
private enum RuleListFormat: String, ArgumentChoice {
  case table, json, markdown
}
