import Configuration
import Figlint
import FigureValidator
import Inflation
import JSONCore
import Reporters
import SystemIO

/// What became of an input.
enum InputOutcome: WorkOutcome {
  case checked(CheckedInput)
  case unusable(Failure?)
  case unreadable(FileError, isNamed: Bool)
  case notInflated(name: String, InflateFailure, isNamed: Bool)
  case excluded(path: String)
  case directoryEnd(path: String)

  var weight: Int {
    if case .checked(let input) = self { input.outcome.report.findings.count } else { 0 }
  }
}

/// What became of an input that was checked.
struct CheckedInput: Sendable {
  let name: String
  /// Nil for standard input.
  let path: String?
  let isNamed: Bool
  let profile: CheckProfile
  var outcome: CheckOutcome
  /// What was kept from the report; nil where nothing was to be.
  var filter: FindingFilter?
  var fixes: FixOutcome?
  /// Why what was fixed could not be written.
  var error: FileError?
  /// The figure as it was checked, for a report that draws it.
  var figure: AttachedFigure?
}

/// Reads and checks one file after the other.
struct CheckWorker: ~Copyable, Worker {
  private let kind: InputKind
  private var reader = FileReader()
  private let limits: InflateLimits
  /// For compressed files, once there is one.
  private var inflater: Inflater?
  /// How many findings of an input are reported at most.
  private let limit: Int
  private let fixing: FixMode?
  private let baseline: BaselineUse?
  /// Whether figures are handed on.
  private let attachesFigures: Bool
  /// What was learnt under the profile of the last input, and under others: hardly ever is there more than one.
  private var latest: ProfileMemory?
  private var others: [ProfileMemory] = []

  private struct ProfileMemory {
    let profile: Int
    let memory: CheckMemory
  }

  init(
    as kind: InputKind, inflating limits: InflateLimits, reporting limit: Int, fixing: FixMode?,
    _ baseline: BaselineUse?, attachesFigures: Bool
  ) {
    self.kind = kind
    self.limits = limits
    self.limit = limit
    self.fixing = fixing
    self.baseline = baseline
    self.attachesFigures = attachesFigures
  }

  mutating func outcome(of input: CheckInput) -> InputOutcome {
    switch input {
    case .file(let path, let isNamed, let profile):
      do throws(FileError) {
        try reader.read(path)
      } catch {
        return .unreadable(error, isNamed: isNamed)
      }
      return checked(path, path: path, isNamed: isNamed, profile)
    case .standardInput(let profile):
      do throws(FileError) {
        try reader.readStandardInput()
      } catch {
        return .unreadable(error, isNamed: true)
      }
      return checked(profile.files.standardInputName, path: nil, isNamed: true, profile)
    case .unusable(let failure): return .unusable(failure)
    case .excluded(let path): return .excluded(path: path)
    case .unlisted(let error): return .unreadable(error, isNamed: false)
    case .directoryEnd(let path): return .directoryEnd(path: path)
    }
  }

  /// Checks what the reader holds, inflated if need be.
  private mutating func checked(
    _ name: String, path: String?, isNamed: Bool, _ profile: CheckProfile
  ) -> InputOutcome {
    guard reader.withBytes({ Inflater.isGzip($0) }) else {
      return .checked(check(name, path: path, isNamed: isNamed, profile))
    }
    var inflater = inflater.take() ?? Inflater()
    let failure = inflate(into: &inflater)
    let outcome: InputOutcome
    if let failure {
      outcome = .notInflated(name: name, failure, isNamed: isNamed)
    } else {
      outcome = .checked(checkInflated(inflater, name, path: path, isNamed: isNamed, profile))
    }
    self.inflater = consume inflater
    return outcome
  }

  /// Inflates what the reader holds; returns why it cannot be.
  private func inflate(into inflater: inout Inflater) -> InflateFailure? {
    do throws(InflateFailure) {
      try reader.withBytes { bytes throws(InflateFailure) in try inflater.inflate(bytes, limits: limits) }
      return nil
    } catch {
      return error
    }
  }

  /// Checks what was inflated. Positions are those in the text, and nothing is fixed.
  private mutating func checkInflated(
    _ inflater: borrowing Inflater, _ name: String, path: String?, isNamed: Bool, _ profile: CheckProfile
  ) -> CheckedInput {
    let memory = memory(of: profile)
    var filter = FindingFilter(
      exceptions: profile.exceptions(for: name), known: baseline?.known(in: name),
      hidesAll: baseline?.isUpdated == true)
    let limit = filter == nil ? limit : .max
    let kind = kind(ofInputNamed: name)
    let outcome = inflater.withBytes { span in
      span.withInputBytes { bytes in
        let outcome = profile.checker.check(bytes, name: name, as: kind, memory, wording: limit)
        return filter == nil ? outcome : outcome.filtered(by: &filter, bytes)
      }
    }
    var input = CheckedInput(
      name: name, path: path, isNamed: isNamed, profile: profile, outcome: outcome.withoutFixes)
    input.filter = filter
    return input
  }

  private func kind(ofInputNamed name: String) -> InputKind {
    kind == .auto ? InputKind(ofName: name) ?? .auto : kind
  }

  /// Checks what the reader holds.
  ///
  /// - Parameter path: nil for standard input.
  private mutating func check(_ name: String, path: String?, isNamed: Bool, _ profile: CheckProfile) -> CheckedInput {
    let memory = memory(of: profile)
    var filter = FindingFilter(
      exceptions: profile.exceptions(for: name), known: baseline?.known(in: name),
      hidesAll: baseline?.isUpdated == true)
    let limit = filter == nil && fixing == nil ? limit : .max
    let kind = kind(ofInputNamed: name)
    let outcome = reader.withBytes { span, pages in
      // A large file does not stay in memory when it has been passed.
      let lender = pages.map { pages in InputLender { pages.drop($0) } }
      return span.withInputBytes(from: lender) { bytes in
        let outcome = profile.checker.check(bytes, name: name, as: kind, memory, wording: limit)
        return filter == nil ? outcome : outcome.filtered(by: &filter, bytes)
      }
    }
    var input = CheckedInput(name: name, path: path, isNamed: isNamed, profile: profile, outcome: outcome)
    if let fixing {
      let text = reader.withBytes { Array(copying: $0) }
      let check = { (text: [UInt8], filter: inout FindingFilter?) -> CheckOutcome in
        text.span.withInputBytes { bytes in
          profile.checker.check(bytes, name: name, as: kind, memory).filtered(by: &filter, bytes)
        }
      }
      input.fix(text, fixing, &filter, check)
    }
    input.filter = filter
    if attachesFigures, outcome.content == .figure { input.figure = attachedFigure }
    return input
  }

  /// What the reader holds, for a report that draws it.
  private var attachedFigure: AttachedFigure {
    reader.withBytes { text in
      text.count > AttachedFigure.limit ? .tooLarge(text.count) : .text(Array(copying: text))
    }
  }

  private mutating func memory(of profile: CheckProfile) -> CheckMemory {
    if let latest, latest.profile == profile.number { return latest.memory }
    let index = others.firstIndex { $0.profile == profile.number }
    let memory = index.map { others.remove(at: $0).memory } ?? CheckMemory()
    if let latest { others.append(latest) }
    latest = ProfileMemory(profile: profile.number, memory: memory)
    return memory
  }
}

extension CheckOutcome {
  /// The same without what the filter, if there is one, keeps from the report.
  fileprivate func filtered(by filter: inout FindingFilter?, _ bytes: InputBytes) -> CheckOutcome {
    guard let findings = filter?.reported(report.findings, in: bytes) else { return self }
    return reporting(findings)
  }
}

extension CheckedInput {
  /// Fixes the text, and unless the changes are only shown, writes it to its file.
  fileprivate mutating func fix(
    _ text: [UInt8], _ mode: FixMode, _ filter: inout FindingFilter?,
    _ check: @escaping ([UInt8], inout FindingFilter?) -> CheckOutcome
  ) {
    var fixes = FixOutcome()
    defer { self.fixes = fixes }
    guard outcome.content.canBeFixed, outcome.report.counts.total > 0 else {
      if path == nil, !mode.isDiff { fixes.text = text }
      return
    }
    let original = filter
    var fixer = TextFixer(includingUnsafe: mode.includesUnsafe) { text in
      var filter = original
      return check(text, &filter)
    }
    let result = fixer.fix(text, outcome)
    fixes.refused = result.refused
    if mode.isDiff {
      if result.fixed > 0 { fixes.diff = UnifiedDiff(of: text).lines(for: result.edits, name: name) }
    } else if let path {
      do throws(FileError) {
        if result.fixed > 0 { try replace(text, by: result.text, at: path) }
      } catch {
        self.error = error
        return
      }
    } else {
      fixes.text = result.text
    }
    fixes.fixed = result.fixed
    guard !mode.isDiff, result.fixed > 0 else { return }
    outcome = filter == nil ? result.outcome : check(result.text, &filter)
  }
}

/// Writes a text to the file that it was made from, unless that holds something else by now.
private func replace(_ text: [UInt8], by new: [UInt8], at path: String) throws(FileError) {
  var reader = FileReader()
  try reader.read(path)
  guard reader.withBytes({ Array(copying: $0) }) == text else { throw FileError(.write, path, .changed) }
  try AtomicFile.write(new.span, to: path)
}

extension InputContent {
  /// Whether positions in findings are those in the bytes of the file, which is then JSON, or should be.
  fileprivate var canBeFixed: Bool {
    switch self {
    case .figure, .template, .notebook, .page, .lines, .grid, .metadata, .brokenText: true
    case .otherJSON, .otherPage: false
    }
  }
}
