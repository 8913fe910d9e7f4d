import Arguments
import Diagnostics
import Figlint
import Reporters
import SystemIO

/// `--as lines`: a figure on each line, and for each line one line of JSON, in order and at once.
enum LinesRun {
  static func run(_ profile: CheckProfile, _ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    try refuseOptions(parsed)
    let (checker, failOn) = (profile.checker, profile.failOn)
    let name = profile.files.standardInputName
    let batches = LineBatches(
      parsed[CheckOptions.paths], standardInputName: name, inflating: CheckOptions.inflateLimits(parsed))
    let answers = OrderedWork.run(batches, threads: CheckOptions.threads(parsed), into: LineAnswers(console)) {
      LineWorker(checker, failOn: failOn)
    }
    return answers.exitCode
  }

  /// Refuses what does not go with lines.
  private static func refuseOptions(_ parsed: ParsedArguments) throws(Failure) {
    for path in parsed[CheckOptions.paths] where path != "-" && DirectoryWalk.isDirectory(path) {
      throw Failure(
        message: "'\(path)' is a directory", help: "--as lines reads files with one figure on each line, or '-'")
    }
    if parsed.isGiven(CheckOptions.format.shape), ![.json, .jsonl].contains(parsed[CheckOptions.format]) {
      throw Failure(
        message: "--format \(parsed[CheckOptions.format].rawValue) does not go with --as lines",
        help: "lines mode always answers with one line of JSON for each line")
    }
    if parsed[CheckOptions.compat] {
      throw Failure(
        message: "--compat does not go with --as lines", help: "write the figures to files, or check them one by one")
    }
    for flag in [CheckOptions.fix, CheckOptions.unsafeFixes, CheckOptions.diff] where parsed[flag] {
      throw Failure(
        message: "--\(flag.shape.name) does not go with --as lines",
        help: "the answers carry the fixes; or write the figures to files")
    }
    for option in [CheckOptions.baseline.shape, CheckOptions.updateBaseline.shape] where parsed.isGiven(option) {
      throw Failure(
        message: "--\(option.name) does not go with --as lines", help: "lines change places: write figures to files")
    }
    if let output = parsed[CheckOptions.output] {
      throw Failure(
        message: "--output does not go with --as lines", help: "redirect standard output: figlint … > '\(output)'")
    }
  }
}

/// The answers to some lines.
struct LineOutcome: WorkOutcome {
  /// JSON, a line for each line.
  var answers: [UInt8] = []
  /// Whether there is a finding that makes the exit code 1.
  var hasFindings = false
  /// Why there are no more lines.
  var error: Failure?

  /// A finding takes about a thousand bytes.
  var weight: Int { answers.count >> 10 }
}

/// Writes the answers to standard output, and no later than when others are waited for.
private struct LineAnswers: ~Copyable, OutcomeSink {
  private let console: Console
  private var output = BufferedOutput.standardOutput
  private var hasFindings = false
  private var hasFailed = false

  init(_ console: Console) { self.console = console }

  mutating func take(_ outcome: LineOutcome) -> Bool {
    if outcome.hasFindings { hasFindings = true }
    if let error = outcome.error {
      // What comes before an error is written before it.
      guard rest() else { return false }
      fail(error)
    }
    do throws(FileError) {
      try output.write(outcome.answers)
      return true
    } catch {
      return isGoingOn(after: error)
    }
  }

  mutating func rest() -> Bool {
    do throws(FileError) {
      try output.flush()
      return true
    } catch {
      return isGoingOn(after: error)
    }
  }

  var exitCode: ExitCode { hasFailed ? .wrongUse : hasFindings ? .findings : .clean }

  private mutating func isGoingOn(after error: FileError) -> Bool {
    // Whoever read the answers wants no more.
    if error.reason != .readerWentAway { fail(Failure(message: error.message, help: error.help)) }
    return false
  }

  private mutating func fail(_ error: Failure) {
    hasFailed = true
    console.error(error.message, help: error.help)
  }
}
