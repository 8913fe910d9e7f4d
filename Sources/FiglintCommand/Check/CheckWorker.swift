import Figlint
import JSONCore
import SystemIO

/// What became of an input.
enum InputOutcome: WorkOutcome {
  case checked(name: String, CheckOutcome, isNamed: Bool)
  case unreadable(FileError, isNamed: Bool)
  /// A named file that `--exclude` passes over.
  case excluded(path: String)
  case directoryEnd(path: String)

  var weight: Int {
    if case .checked(_, let outcome, _) = self { outcome.report.findings.count } else { 0 }
  }
}

/// Reads and checks one file after the other.
struct CheckWorker: ~Copyable, Worker {
  private let checker: FigureChecker
  private let kind: InputKind
  private let options: CheckOptions.Files
  private var reader = FileReader()

  init(_ checker: FigureChecker, as kind: InputKind, _ options: CheckOptions.Files) {
    self.checker = checker
    self.kind = kind
    self.options = options
  }

  mutating func outcome(of input: CheckInput) -> InputOutcome {
    switch input {
    case .file(let path, let isNamed):
      if isNamed, options.forcesExclusion, options.walk.excludes(path) { return .excluded(path: path) }
      do throws(FileError) {
        try reader.read(path)
      } catch {
        return .unreadable(error, isNamed: isNamed)
      }
      return check(path, isNamed: isNamed)
    case .standardInput:
      do throws(FileError) {
        try reader.readStandardInput()
      } catch {
        return .unreadable(error, isNamed: true)
      }
      return check(options.standardInputName, isNamed: true)
    case .unlisted(let error): return .unreadable(error, isNamed: false)
    case .directoryEnd(let path): return .directoryEnd(path: path)
    }
  }

  /// Checks what the reader holds.
  private func check(_ name: String, isNamed: Bool) -> InputOutcome {
    let outcome = reader.withBytes { span in
      span.withInputBytes { bytes in checker.check(bytes, name: name, as: kind) }
    }
    return .checked(name: name, outcome, isNamed: isNamed)
  }
}
