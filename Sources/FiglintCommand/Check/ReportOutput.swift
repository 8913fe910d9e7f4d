import Arguments
import Diagnostics
import Reporters
import SystemIO

/// Where the report goes: standard output, or a file that appears when the run is over.
///
/// Findings are not lost with the file: where it cannot be written, be it at once or after an hour, they go to standard output,
/// each on a line.
struct ReportOutput: ~Copyable {
  /// How many findings go to the reporter at once, where it is all the same to it.
  private static let part = 256

  private let console: Console
  private var reporter: any Reporter
  private var buffer: [UInt8] = []
  private var file: AtomicFile?
  /// What standard output gets if the file cannot be written; nil where there is no file (any more).
  private var spare: SpareReport?
  /// Standard output; standard error where that is for a text that was fixed.
  private var output = BufferedOutput.standardOutput
  /// Whether whoever reads standard output has gone: what comes is for nobody.
  private var isAlone = false
  /// Whether there was a file that could not be written.
  private(set) var hasLostFile = false
  /// Where a CI service takes what it shows of the step.
  private let summaryPath: String?

  /// - Parameters:
  ///   - targets: the versions that are checked against, oldest first.
  ///   - failOn: the least severity of findings that make the run fail; nil if none does.
  /// - Throws: ``Failure`` when the format does not go with what is reported.
  init(
    _ parsed: ParsedArguments, targets: [String], failOn: Severity?, _ console: Console
  ) throws(Failure) {
    let isFixed = FixMode(parsed) != nil && parsed[CheckOptions.paths].contains("-")
    let format = parsed[CheckOptions.format]
    var context = try CheckOptions.reportContext(parsed, onStandardError: isFixed)
    context.failOn = failOn
    let versions = parsed[CheckOptions.compat] ? targets : nil
    guard let reporter = format.reporter(context, of: versions) else {
      throw Failure(
        message: "--format \(format.rawValue) does not go with --compat", help: "take text, concise, json or jsonl")
    }
    self.console = console
    self.reporter = reporter
    if isFixed { output = .standardError }
    summaryPath = format == .github ? Environment["GITHUB_STEP_SUMMARY"].flatMap { $0.isEmpty ? nil : $0 } : nil
    if let path = parsed[CheckOptions.output] {
      spare = ReportFormat.concise.reporter(ReportContext(), of: versions).map { SpareReport($0) }
      open(path)
    }
    self.reporter.begin(into: &buffer)
  }

  private mutating func open(_ path: String) {
    do throws(FileError) {
      file = try AtomicFile(path)
    } catch {
      giveUpFile(error)
    }
  }

  /// Takes a figure of the file that is reported next.
  mutating func attach(_ figure: AttachedFigure, to name: String) { reporter.attach(figure, to: name) }

  /// Reports the findings of one file.
  mutating func add(_ findings: [Finding], of name: String) throws(Failure) {
    guard findings.count > Self.part, reporter.takesFilesInParts else {
      return try addPart(findings[...], of: name)
    }
    for start in stride(from: 0, to: findings.count, by: Self.part) {
      try addPart(findings[start..<min(start + Self.part, findings.count)], of: name)
    }
  }

  private mutating func addPart(_ findings: ArraySlice<Finding>, of name: String) throws(Failure) {
    spare?.add(findings, of: name)
    reporter.report(findings, in: name, into: &buffer)
    if buffer.count >= 1 << 16 { try write() }
  }

  /// Writes text in place of a report.
  mutating func add(_ text: String) throws(Failure) {
    buffer = Array(text.utf8)
    spare?.bytes = buffer
    try write()
  }

  /// Writes what is no report to standard output.
  mutating func addDirectly(_ text: [UInt8]) throws(Failure) {
    guard !isAlone else { return }
    do throws(FileError) {
      StatusLine.erase()
      var output = BufferedOutput.standardOutput
      try output.write(text)
      try output.flush()
    } catch {
      guard error.reason != .readerWentAway else { return isAlone = true }
      throw Failure(message: error.message, help: error.help)
    }
  }

  mutating func finish(_ summary: RunSummary) throws(Failure) {
    reporter.finish(summary, into: &buffer)
    try write()
    guard let summaryPath, let text = reporter.stepSummary(summary) else { return }
    do throws(FileError) {
      try AppendedFile.append(text, to: summaryPath)
    } catch {
      console.warning(error.message)
    }
  }

  private mutating func write() throws(Failure) {
    if file != nil {
      do throws(FileError) {
        try file?.write(buffer)
        return buffer.removeAll(keepingCapacity: true)
      } catch {
        giveUpFile(error)
      }
    }
    defer { buffer.removeAll(keepingCapacity: true) }
    guard !isAlone else { return }
    do throws(FileError) {
      StatusLine.erase()
      try output.write(buffer)
    } catch {
      try end(error)
    }
  }

  /// Goes on with standard output, and with what should be there by now.
  private mutating func giveUpFile(_ error: FileError) {
    console.error(error.message, help: error.help)
    file = nil
    hasLostFile = true
    guard let spare else { return }
    reporter = spare.reporter
    buffer = spare.bytes
    if spare.dropped > 0 { console.warning("\(spare.dropped) findings are lost with the report") }
    self.spare = nil
  }

  private mutating func end(_ error: FileError) throws(Failure) {
    guard error.reason != .readerWentAway else { return isAlone = true }
    throw Failure(message: error.message, help: error.help)
  }

  /// Puts the report in its place.
  mutating func close() throws(Failure) {
    if let file = file.take() {
      do throws(FileError) {
        return try file.commit()
      } catch {
        giveUpFile(error)
        try write()
      }
    }
    guard !isAlone else { return }
    do throws(FileError) {
      try output.flush()
    } catch {
      try end(error)
    }
  }
}

extension ReportFormat {
  /// A reporter of findings, or of versions where there are some to tell of; nil where the format has no form for that.
  fileprivate func reporter(_ context: ReportContext, of versions: [String]?) -> (any Reporter)? {
    guard let versions else { return makeReporter(context) }
    return makeCompatibilityReporter(versions: versions, usesColour: context.usesColour)
  }
}

/// The findings of a run in short, kept while it is not certain that their report can be written.
private struct SpareReport {
  /// Bytes that are kept at most.
  private static let limit = 16 << 20

  var reporter: any Reporter
  var bytes: [UInt8] = []
  /// Findings for which there was no room.
  private(set) var dropped = 0

  init(_ reporter: any Reporter) { self.reporter = reporter }

  mutating func add(_ findings: ArraySlice<Finding>, of name: String) {
    if bytes.count < Self.limit {
      reporter.report(findings, in: name, into: &bytes)
    } else {
      dropped += findings.count
    }
  }
}
