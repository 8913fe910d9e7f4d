import Arguments
import Diagnostics
import Figlint
import JSONCore
import Reporters
import SystemIO

/// `--as lines`: a figure on each line, and for each line one line of JSON, in order and at once.
struct LinesRun: ~Copyable {
  private let checker: FigureChecker
  private let paths: [String]
  private let standardInputName: String
  private let failOn: Severity?
  private var hasFindings = false

  init(_ checker: FigureChecker, _ parsed: ParsedArguments) throws(Failure) {
    self.checker = checker
    paths = parsed[CheckOptions.paths]
    standardInputName = parsed[CheckOptions.standardInputName] ?? "-"
    failOn = parsed[CheckOptions.failOn].severity
    for path in paths where path != "-" && DirectoryWalk.isDirectory(path) {
      throw Failure(
        message: "'\(path)' is a directory", help: "--as lines reads files with one figure on each line, or '-'")
    }
    if parsed.isGiven(CheckOptions.format), ![.json, .jsonl].contains(parsed[CheckOptions.format]) {
      throw Failure(
        message: "--format \(parsed[CheckOptions.format].rawValue) does not go with --as lines",
        help: "lines mode always answers with one line of JSON for each line")
    }
    if let output = parsed[CheckOptions.output] {
      throw Failure(
        message: "--output does not go with --as lines", help: "redirect standard output: figlint … > '\(output)'")
    }
  }

  consuming func run(_ console: inout Console) throws(Failure) -> ExitCode {
    var hasFailed = false
    var output = BufferedOutput.standardOutput
    for path in paths {
      do throws(FileError) {
        if path == "-" {
          try check(LineReader(), standardInputName, &output)
        } else {
          try check(try LineReader(path), path, &output)
        }
      } catch {
        if error.operation == .write, error.reason == .readerWentAway { break }
        console.error(error.message, help: error.help)
        hasFailed = true
      }
    }
    return hasFailed ? .wrongUse : hasFindings ? .findings : .clean
  }

  private mutating func check(
    _ lines: consuming LineReader, _ name: String, _ output: inout BufferedOutput
  ) throws(FileError) {
    var answer: [UInt8] = []
    while try lines.advance() {
      answer.removeAll(keepingCapacity: true)
      let offset = lines.offset
      let number = lines.number
      let findings = lines.withLine { line -> [Finding]? in
        line.withInputBytes { bytes in
          isBlank(bytes) ? nil : checker.check(bytes, name: name, as: .figure).report.findings
        }
      }
      if var findings {
        for index in findings.indices { findings[index].move(toLine: number, at: offset) }
        if let failOn, findings.contains(where: { $0.severity >= failOn }) { hasFindings = true }
        LinesEnvelope.append(findings, line: number, failOn: failOn, to: &answer)
      } else {
        LinesEnvelope.appendBlank(line: number, to: &answer)
      }
      try output.write(answer)
      // Whoever waits for an answer gets it before more is waited for.
      if !lines.hasBufferedLine { try output.flush() }
    }
    try output.flush()
  }

  private func isBlank(_ bytes: InputBytes) -> Bool {
    (0..<bytes.count).allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 || bytes[$0] == 0x0D }
  }
}

extension Finding {
  /// Makes the positions in one line those in the whole input, of which it is line `line` (1-based), from byte
  /// `offset` (0-based) on.
  fileprivate mutating func move(toLine line: Int, at offset: Int) {
    range = range.lowerBound + offset..<range.upperBound + offset
    start.line += line - 1
    end.line += line - 1
    figure = line - 1
    guard let edits = fix?.edits else { return }
    fix?.edits = edits.map {
      Fix.Edit(range: $0.range.lowerBound + offset..<$0.range.upperBound + offset, text: $0.text)
    }
  }
}
