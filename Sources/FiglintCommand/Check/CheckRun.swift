import Arguments
import Diagnostics
import Figlint
import JSONCore
import Reporters
import SystemIO

/// One run over files: each is read, checked and reported in the order of the arguments.
struct CheckRun: ~Copyable {
  private let checker: FigureChecker
  private let kind: InputKind
  private let options: CheckOptions.Files
  private let failOn: Severity?
  private let isQuiet: Bool
  private let isVerbose: Bool
  private let showsStatistics: Bool

  private var reader = FileReader()
  private var report: ReportOutput
  private var summary = RunSummary()
  /// How many more findings go into the report.
  private var room: Int
  /// Whether an input could not be read or was not what it should be.
  private var hasFailed = false

  init(_ checker: FigureChecker, _ parsed: ParsedArguments) throws(Failure) {
    self.checker = checker
    kind = CheckOptions.inputKind(parsed)
    options = CheckOptions.Files(parsed)
    failOn = parsed[CheckOptions.failOn].severity
    isQuiet = parsed[CheckOptions.quiet]
    isVerbose = parsed[CheckOptions.verbose]
    showsStatistics = parsed[CheckOptions.statistics]
    room = parsed[CheckOptions.maximumFindings] ?? Int.max
    report = try ReportOutput(parsed)
  }

  // MARK: - Inputs

  mutating func checkStandardInput(_ console: inout Console) throws(Failure) {
    do throws(FileError) {
      try reader.readStandardInput()
    } catch {
      return fail(error.message, help: error.help, &console)
    }
    try check(options.standardInputName, isNamed: true, &console)
  }

  /// - Parameter isNamed: whether the path is an argument, and not found in a directory.
  mutating func checkFile(_ path: String, isNamed: Bool, _ console: inout Console) throws(Failure) {
    if isNamed, options.forcesExclusion, options.walk.excludes(path) {
      if isVerbose { console.note("passed over \(TextEscaping.escaped(path)): excluded") }
      return
    }
    do throws(FileError) {
      try reader.read(path)
    } catch {
      return fail(error.message, help: error.help, &console)
    }
    try check(path, isNamed: isNamed, &console)
  }

  mutating func checkDirectory(_ path: String, _ console: inout Console) throws(Failure) {
    let before = summary.files
    for found in DirectoryWalk(path, options.walk) {
      switch found {
      case .success(let file): try checkFile(file, isNamed: false, &console)
      case .failure(let error): fail(error.message, help: error.help, &console)
      }
    }
    if summary.files == before, !hasFailed {
      fail(
        "no figures found in '\(path)'",
        help: "figures are files named *.json; --include takes others, --verbose says what was passed over", &console)
    }
  }

  /// Checks what the reader holds.
  private mutating func check(_ name: String, isNamed: Bool, _ console: inout Console) throws(Failure) {
    let outcome = reader.withBytes { span in
      span.withInputBytes { bytes in checker.check(bytes, name: name, as: kind) }
    }
    if kind == .auto {
      switch outcome.content {
      case .otherJSON where isNamed:
        return fail(
          "'\(name)' is JSON but no figure",
          help: "a figure is an object with 'data' and 'layout'; if it is meant to be one, say --as figure", &console)
      case .otherJSON, .brokenText:
        if isNamed { break }
        if isVerbose { console.note("passed over \(TextEscaping.escaped(name)): no figure") }
        return
      case .figure, .template: break
      }
    }
    if isVerbose { console.note("checked \(TextEscaping.escaped(name))") }
    let findings = outcome.report.findings
    let shown = findings.prefix(room)
    room -= shown.count
    summary.record(findings, reported: shown.count)
    if !showsStatistics { try report.add(Array(shown), of: name) }
  }

  private mutating func fail(_ message: String, help: String?, _ console: inout Console) {
    hasFailed = true
    summary.unreadable += 1
    console.error(message, help: help)
  }

  // MARK: - End

  /// Ends the report, prints the summary and says how the process ends.
  consuming func finish(_ console: inout Console) throws(Failure) -> ExitCode {
    if showsStatistics { try report.add(summary.statistics.table) } else { try report.finish(summary) }
    let code: ExitCode = hasFailed ? .wrongUse : summary.hasFinding(atOrAbove: failOn) ? .findings : .clean
    if !isQuiet { console.note(summary.sentence) }
    try report.close()
    return code
  }
}
