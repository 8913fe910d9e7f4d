import Arguments
import Configuration
import Diagnostics
import Figlint
import Inflation
import LintRules
import Reporters
import SystemIO

/// What the options of `figlint check` come to.
extension CheckOptions {
  /// The checker that the options describe, and where they say nothing, the configuration.
  static func checker(
    _ parsed: ParsedArguments, _ configuration: ConfigurationFile?, _ console: Console
  ) throws(Failure) -> FigureChecker {
    var settings = CheckSettings()
    settings.maximumDepth = parsed[maximumDepth]
    if let depth = configuration?.maximumDepth, !parsed.isGiven(maximumDepth.shape) { settings.maximumDepth = depth }
    settings.followsPages =
      !parsed.isGiven(target.shape) && !parsed[compat] && parsed[grid].isEmpty
      && configuration?.targets?.isEmpty != false
    settings.wantsExcerpts = parsed[format].showsExcerpts
    settings.wantsPlacesOfEdits = parsed[format].showsPlacesOfEdits
    try applyGrids(parsed, configuration, to: &settings)
    try applyRules(parsed, configuration, to: &settings)
    let targets = try targets(parsed, configuration, console)
    do throws(TargetError) {
      return try FigureChecker(targets: targets.named, trees: targets.trees, settings: settings)
    } catch {
      throw named(Failure(message: "--target: " + error.message, help: CheckTargets.help(error)), parsed, configuration)
    }
  }

  private static func targets(
    _ parsed: ParsedArguments, _ configuration: ConfigurationFile?, _ console: Console
  ) throws(Failure) -> CheckTargets {
    if parsed[compat] { return .allBundled }
    // References are attributes of 3.x alone: who gives grids means these.
    var texts = parsed[grid].isEmpty || parsed.isGiven(target.shape) ? parsed[target] : ["chart-studio"]
    if let targets = configuration?.targets, !targets.isEmpty, !parsed.isGiven(target.shape) { texts = targets }
    do throws(Failure) {
      return try CheckTargets(texts, console)
    } catch {
      throw named(error, parsed, configuration)
    }
  }

  /// A failure of a target, with the place where it is named.
  private static func named(
    _ failure: Failure, _ parsed: ParsedArguments, _ configuration: ConfigurationFile?
  ) -> Failure {
    let option = "--target: "
    guard let path = configuration?.path, configuration?.targets?.isEmpty == false, !parsed.isGiven(target.shape),
      !parsed[compat], failure.message.hasPrefix(option)
    else { return failure }
    return Failure(message: "\(path): targets: " + failure.message.dropFirst(option.count), help: failure.help)
  }

  /// The least severity that makes the exit code 1; nil for none.
  static func failOn(_ parsed: ParsedArguments, _ configuration: ConfigurationFile?) -> Severity? {
    if parsed[compat] || parsed[exitZero] { return nil }
    if !parsed.isGiven(failOn.shape), let level = configuration?.failOn.flatMap({ FailureLevel(rawValue: $0) }) {
      return level.severity
    }
    return parsed[failOn].severity
  }

  static func threads(_ parsed: ParsedArguments) -> Int { parsed[jobs] ?? Environment.processorCount }

  static func inflateLimits(_ parsed: ParsedArguments) -> InflateLimits {
    InflateLimits(size: parsed[maximumInflated] << 20, ratio: parsed[maximumRatio])
  }

  static func inputKind(_ parsed: ParsedArguments) -> InputKind {
    switch parsed[kind] {
    case .auto: .auto
    case .figure, .lines: .figure
    case .template: .template
    case .grid: .grid
    case .metadata: .metadata
    case .notebook: .notebook
    case .html: .page
    }
  }

  // MARK: - Rules

  private static func applyRules(
    _ parsed: ParsedArguments, _ configuration: ConfigurationFile?, to settings: inout CheckSettings
  ) throws(Failure) {
    if let configuration { applyRules(of: configuration, keepsSelection: parsed.isGiven(select.shape), to: &settings) }
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

  /// - Parameter keepsSelection: whether the command line selects rules, so that only levels count.
  private static func applyRules(
    of configuration: ConfigurationFile, keepsSelection: Bool, to settings: inout CheckSettings
  ) {
    for change in configuration.severities where change.severity != nil {
      settings.severities[change.rule] = change.severity
    }
    guard !keepsSelection else { return }
    if let select = configuration.select { settings.rules = RuleSet(select) }
    for rule in configuration.extendSelect { settings.rules.insert(rule) }
    for rule in configuration.ignore { settings.rules.remove(rule) }
    for change in configuration.severities {
      if change.severity == nil { settings.rules.remove(change.rule) }
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

    /// Whether a file in a directory may be one to check. Lines of JSON are mostly no figures, and must be named.
    private static func isTaken(_ name: String) -> Bool {
      switch InputKind(ofName: name) {
      case .lines: false
      case nil: name.hasSuffix(".json") || name.hasSuffix(".json.gz")
      default: true
      }
    }

    init(_ parsed: ParsedArguments, _ configuration: ConfigurationFile?) {
      var walk = DirectoryWalk.Options { name in Files.isTaken(name) }
      walk.honoursIgnoreFiles = !parsed[noIgnore]
      if let configuration {
        if !configuration.exclude.isEmpty {
          walk.excluded.append(PathRules(globs: configuration.exclude, base: configuration.folder))
        }
        walk.included = configuration.include.map { PathRules(globs: $0, base: configuration.folder) }
      }
      if parsed.isGiven(exclude.shape) { walk.excluded.append(PathRules(globs: parsed[exclude])) }
      if parsed.isGiven(include.shape) { walk.included = PathRules(globs: parsed[include]) }
      self.walk = walk
      forcesExclusion = parsed[forceExclude]
      standardInputName = parsed[CheckOptions.standardInputName] ?? "-"
    }
  }
}
