import Arguments
import LintRules
import Reporters
import SchemaStore
import SystemIO

extension CheckOptions {
  /// What the report says of the run.
  static func reportContext(_ parsed: ParsedArguments, onStandardError: Bool) throws(Failure) -> ReportContext {
    var context = ReportContext()
    context.usesColour = parsed[output] == nil && parsed[color].appliesColor(to: onStandardError ? .error : .output)
    context.version = Installation.version
    context.rules = { RuleRegistry.metadata }
    // Services know files by their paths in the repository, which need not be the working directory.
    context.paths = ReportPaths(
      currentDirectory: Environment.currentDirectory,
      root: Environment["GITHUB_WORKSPACE"] ?? Environment["CI_PROJECT_DIR"])
    context.plotly = try plotly(parsed)
    context.scriptHash = { SHA256(of: $0).base64 }
    return context
  }

  /// The library that `--embed-plotly` names.
  private static func plotly(_ parsed: ParsedArguments) throws(Failure) -> PageScript? {
    guard let path = parsed[embedPlotly] else { return nil }
    guard parsed[format].drawsFigures else {
      throw Failure(message: "--embed-plotly goes with --format html only", help: "other reports draw no figures")
    }
    var reader = FileReader()
    do throws(FileError) {
      try reader.read(path)
    } catch {
      throw Failure(message: "--embed-plotly: " + error.message, help: error.help)
    }
    let bytes = reader.withBytes { Array(copying: $0) }
    guard bytes.firstRange(of: "Plotly".utf8) != nil else {
      throw Failure(
        message: "--embed-plotly: '\(path)' is no plotly.js",
        help: "name a plotly.min.js, as releases of plotly.js have it")
    }
    return PageScript(bytes)
  }
}
