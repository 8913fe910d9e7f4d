import Figlint
import FigureValidator
import JSONCore
import SystemIO

/// What became of an input.
enum InputOutcome: WorkOutcome {
  case checked(name: String, CheckOutcome, isNamed: Bool, FixOutcome? = nil)
  /// A file that was checked, but to which what was fixed could not be written.
  case unfixed(name: String, CheckOutcome, isNamed: Bool, FileError)
  case unreadable(FileError, isNamed: Bool)
  case excluded(path: String)
  case directoryEnd(path: String)

  var weight: Int {
    if case .checked(_, let outcome, _, _) = self { outcome.report.findings.count } else { 0 }
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
  private let fixing: FixMode?
  private let memory = CheckMemory()

  init(
    _ checker: FigureChecker, as kind: InputKind, standardInputName: String, reporting limit: Int, fixing: FixMode?
  ) {
    self.checker = checker
    self.limit = fixing == nil ? limit : .max
    self.fixing = fixing
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
      return check(path, path: path, isNamed: isNamed)
    case .standardInput:
      do throws(FileError) {
        try reader.readStandardInput()
      } catch {
        return .unreadable(error, isNamed: true)
      }
      return check(standardInputName, path: nil, isNamed: true)
    case .excluded(let path): return .excluded(path: path)
    case .unlisted(let error): return .unreadable(error, isNamed: false)
    case .directoryEnd(let path): return .directoryEnd(path: path)
    }
  }

  /// Checks what the reader holds.
  ///
  /// - Parameter path: nil for standard input.
  private func check(_ name: String, path: String?, isNamed: Bool) -> InputOutcome {
    let outcome = reader.withBytes { span, pages in
      // A large file does not stay in memory when it has been passed.
      let lender = pages.map { pages in InputLender { pages.drop($0) } }
      return span.withInputBytes(from: lender) { bytes in
        checker.check(bytes, name: name, as: kind, memory, wording: limit)
      }
    }
    guard let fixing else { return .checked(name: name, outcome, isNamed: isNamed) }
    let text = reader.withBytes { Array(copying: $0) }
    do throws(FileError) {
      let (outcome, fixes) = try fix(text, outcome, name: name, path: path, fixing)
      return .checked(name: name, outcome, isNamed: isNamed, fixes)
    } catch {
      return .unfixed(name: name, outcome, isNamed: isNamed, error)
    }
  }

  // MARK: - Fixes

  /// Fixes a text, and unless the changes are only shown, writes it to its file.
  ///
  /// - Returns: what is left to report, and what was fixed.
  private func fix(
    _ text: [UInt8], _ outcome: CheckOutcome, name: String, path: String?, _ mode: FixMode
  ) throws(FileError) -> (CheckOutcome, FixOutcome) {
    var fixes = FixOutcome()
    guard outcome.content.canBeFixed, outcome.report.counts.total > 0 else {
      if path == nil, !mode.isDiff { fixes.text = text }
      return (outcome, fixes)
    }
    let (checker, kind, memory) = (checker, kind, memory)
    var fixer = TextFixer(includingUnsafe: mode.includesUnsafe) { text in
      text.span.withInputBytes { bytes in checker.check(bytes, name: name, as: kind, memory) }
    }
    let result = fixer.fix(text, outcome)
    fixes.fixed = result.fixed
    fixes.refused = result.refused
    if mode.isDiff {
      if result.fixed > 0 { fixes.diff = UnifiedDiff(of: text).lines(for: result.edits, name: name) }
      return (outcome, fixes)
    }
    if let path {
      if result.fixed > 0 { try AtomicFile.write(result.text.span, to: path) }
    } else {
      fixes.text = result.text
    }
    return (result.outcome, fixes)
  }
}

extension InputContent {
  /// Whether positions in findings are those in the bytes of the file, which is then JSON, or should be.
  fileprivate var canBeFixed: Bool {
    switch self {
    case .figure, .template, .brokenText: true
    case .otherJSON: false
    }
  }
}
