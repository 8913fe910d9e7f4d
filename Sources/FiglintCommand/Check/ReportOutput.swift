import Arguments
import Diagnostics
import Reporters
import SystemIO

/// Where the report goes: standard output, or a file that appears when the run is over.
struct ReportOutput: ~Copyable {
  /// How many findings go to the reporter at once, where it is all the same to it.
  private static let part = 256

  private var reporter: any Reporter
  private var buffer: [UInt8] = []
  private var file: AtomicFile?
  /// Standard output; standard error where that is for a text that was fixed.
  private var output = BufferedOutput.standardOutput
  /// Whether whoever reads standard output has gone: what comes is for nobody.
  private var isAlone = false

  /// - Parameter targets: the versions that are checked against, oldest first.
  /// - Throws: ``Failure`` when the file cannot be made, or the format does not go with what is reported.
  init(_ parsed: ParsedArguments, targets: [String]) throws(Failure) {
    let path = parsed[CheckOptions.output]
    let isFixed = FixMode(parsed) != nil && parsed[CheckOptions.paths].contains("-")
    if isFixed { output = .standardError }
    let usesColour = path == nil && parsed[CheckOptions.color].appliesColor(to: isFixed ? .error : .output)
    let format = parsed[CheckOptions.format]
    reporter = format.makeReporter(usesColour: usesColour)
    if parsed[CheckOptions.compat] {
      guard let reporter = format.makeCompatibilityReporter(versions: targets, usesColour: usesColour) else {
        throw Failure(
          message: "--format \(format.rawValue) does not go with --compat", help: "take text, concise, json or jsonl")
      }
      self.reporter = reporter
    }
    if let path {
      do throws(FileError) {
        file = try AtomicFile(path)
      } catch {
        throw Failure(message: error.message, help: error.help)
      }
    }
    reporter.begin(into: &buffer)
  }

  /// Reports the findings of one file.
  mutating func add(_ findings: [Finding], of name: String) throws(Failure) {
    guard findings.count > Self.part, reporter.takesFilesInParts else {
      return try addPart(findings, of: name)
    }
    for start in stride(from: 0, to: findings.count, by: Self.part) {
      try addPart(Array(findings[start..<min(start + Self.part, findings.count)]), of: name)
    }
  }

  private mutating func addPart(_ findings: [Finding], of name: String) throws(Failure) {
    reporter.report(findings, in: name, into: &buffer)
    if buffer.count >= 1 << 16 { try write() }
  }

  /// Writes text in place of a report.
  mutating func add(_ text: String) throws(Failure) {
    buffer = Array(text.utf8)
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
  }

  private mutating func write() throws(Failure) {
    defer { buffer.removeAll(keepingCapacity: true) }
    do throws(FileError) {
      if file != nil {
        try file?.write(buffer)
      } else if !isAlone {
        StatusLine.erase()
        try output.write(buffer)
      }
    } catch {
      guard error.reason != .readerWentAway else { return isAlone = true }
      throw Failure(message: error.message, help: error.help)
    }
  }

  /// Puts the report in its place.
  consuming func close() throws(Failure) {
    do throws(FileError) {
      if let file { try file.commit() } else if !isAlone { try output.flush() }
    } catch {
      guard error.reason != .readerWentAway else { return }
      throw Failure(message: error.message, help: error.help)
    }
  }
}
