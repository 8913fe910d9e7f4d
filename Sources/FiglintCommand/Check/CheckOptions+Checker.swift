import Arguments
import Diagnostics
import Figlint
import LintRules
import Reporters
import SystemIO

/// What the options of `figlint check` come to.
extension CheckOptions {
  /// The checker that the options describe.
  static func checker(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> FigureChecker {
    var settings = CheckSettings()
    settings.maximumDepth = parsed[maximumDepth]
    settings.wantsExcerpts = parsed[format] == .text
    try applyRules(parsed, to: &settings)
    let targets = parsed[compat] ? CheckTargets.allBundled : try CheckTargets(parsed[target], console)
    do throws(TargetError) {
      return try FigureChecker(targets: targets.named, trees: targets.trees, settings: settings)
    } catch {
      throw Failure(message: "--target: " + error.message, help: CheckTargets.help(error))
    }
  }

  static func threads(_ parsed: ParsedArguments) -> Int { parsed[jobs] ?? Environment.processorCount }

  static func inputKind(_ parsed: ParsedArguments) -> InputKind {
    switch parsed[kind] {
    case .auto: .auto
    case .figure, .lines: .figure
    case .template: .template
    }
  }

  // MARK: - Rules

  private static func applyRules(_ parsed: ParsedArguments, to settings: inout CheckSettings) throws(Failure) {
    if parsed.isGiven(select.shape) { settings.rules = RuleSet(try rules(parsed[select], "--select")) }
    for rule in try rules(parsed[extendSelect], "--extend-select") { settings.rules.insert(rule) }
    for rule in try rules(parsed[ignore], "--ignore") { settings.rules.remove(rule) }
    for change in parsed[severity] {
      for rule in try rules([change.rule], "--severity") {
        if let severity = Severity(rawValue: change.level.rawValue) {
          settings.severities[rule] = severity
        } else {
          settings.rules.remove(rule)
        }
      }
    }
  }

  private static func rules(_ selectors: [String], _ option: String) throws(Failure) -> [RuleID] {
    var rules: [RuleID] = []
    for selector in selectors {
      do throws(UnknownRule) {
        rules += try RuleSelector(selector).rules
      } catch {
        throw Failure(
          message: "\(option): no rule is called '\(error.text)'",
          help: (error.nearest.map { "did you mean '\($0)'? " } ?? "") + "'figlint rules' lists them")
      }
    }
    return rules
  }

  // MARK: - Files

  /// Which files are checked.
  struct Files {
    let walk: DirectoryWalk.Options
    let forcesExclusion: Bool
    let standardInputName: String

    init(_ parsed: ParsedArguments) {
      var walk = DirectoryWalk.Options { name in name.hasSuffix(".json") }
      walk.honoursIgnoreFiles = !parsed[noIgnore]
      walk.excluded = IgnoreRules(globs: parsed[exclude])
      if parsed.isGiven(include.shape) { walk.included = IgnoreRules(globs: parsed[include]) }
      self.walk = walk
      forcesExclusion = parsed[forceExclude]
      standardInputName = parsed[CheckOptions.standardInputName] ?? "-"
    }
  }
}
