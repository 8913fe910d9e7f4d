import Arguments
import LintRules
import Reporters
import SystemIO

extension CheckOptions {
  /// What the report says of the run.
  static func reportContext(_ parsed: ParsedArguments, onStandardError: Bool) -> ReportContext {
    var context = ReportContext()
    context.usesColour = parsed[output] == nil && parsed[color].appliesColor(to: onStandardError ? .error : .output)
    context.version = Installation.version
    context.rules = { RuleRegistry.metadata }
    context.failOn = parsed[failOn].severity
    // Services know files by their paths in the repository, which need not be the working directory.
    context.paths = ReportPaths(
      currentDirectory: Environment.currentDirectory,
      root: Environment["GITHUB_WORKSPACE"] ?? Environment["CI_PROJECT_DIR"])
    return context
  }
}
