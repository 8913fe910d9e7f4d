import Arguments
import Configuration
import Diagnostics
import Figlint
import SystemIO

/// How the files are checked for which one configuration holds: what the command line says, else what the configuration says.
final class CheckProfile: Sendable {
  /// Counts the profiles of a run.
  let number: Int
  let checker: FigureChecker
  /// The least severity that makes the exit code 1; nil for none.
  let failOn: Severity?
  let configuration: ConfigurationFile?
  let files: CheckOptions.Files

  init(
    _ parsed: ParsedArguments, _ configuration: ConfigurationFile?, number: Int, _ console: Console
  ) throws(Failure) {
    self.number = number
    self.configuration = configuration
    checker = try CheckOptions.checker(parsed, configuration, console)
    failOn = CheckOptions.failOn(parsed, configuration)
    files = CheckOptions.Files(parsed, configuration)
  }

  /// The exceptions that hold for a file.
  func exceptions(for path: String) -> [FileException] {
    guard let all = configuration?.exceptions, !all.isEmpty else { return [] }
    return all.filter { $0.place.holds(file: path) }
  }
}
