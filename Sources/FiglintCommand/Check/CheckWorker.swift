import Figlint
import FigureValidator
import JSONCore
import SystemIO

/// What became of an input.
enum InputOutcome: WorkOutcome {
  case checked(name: String, CheckOutcome, isNamed: Bool)
  case unreadable(FileError, isNamed: Bool)
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
  private let standardInputName: String
  private var reader = FileReader()
  /// How many findings of an input are reported at most.
  private let limit: Int
  private let memory = CheckMemory()

  init(_ checker: FigureChecker, as kind: InputKind, standardInputName: String, reporting limit: Int) {
    self.checker = checker
    self.limit = limit
    self.kind = kind
    self.standardInputName = standardInputName
  }

  mutating func outcome(of input: CheckInput) -> InputOutcome {
    switch input {
    case .file(let path, let isNamed):
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
      return check(standardInputName, isNamed: true)
    case .excluded(let path): return .excluded(path: path)
    case .unlisted(let error): return .unreadable(error, isNamed: false)
    case .directoryEnd(let path): return .directoryEnd(path: path)
    }
  }

  /// Checks what the reader holds.
  private func check(_ name: String, isNamed: Bool) -> InputOutcome {
    let outcome = reader.withBytes { span, pages in
      // A large file does not stay in memory when it has been passed.
      let lender = pages.map { pages in InputLender { pages.drop($0) } }
      return span.withInputBytes(from: lender) { bytes in
        checker.check(bytes, name: name, as: kind, memory, wording: limit)
      }
    }
    return .checked(name: name, outcome, isNamed: isNamed)
  }
}
