import Arguments
import Diagnostics
import Figlint
import JSONCore
import Reporters
import SystemIO

/// What one run comes to: takes what became of each input, in order, reports it and counts.
struct CheckRun: ~Copyable, OutcomeSink {
  private let kind: InputKind
  private let isQuiet: Bool
  private let isVerbose: Bool
  private let showsStatistics: Bool
  /// Whether versions are reported in place of findings.
  private let showsCompatibility: Bool
  private let console: Console
  private let usesColour: Bool
  private let exitsNonZeroOnFix: Bool
  /// Whether named inputs that are no figures are passed over.
  private let skipsOthers: Bool
  /// Whether findings can make the exit code 1.
  private let isFailing: Bool

  private var report: ReportOutput
  private var progress: CheckProgress
  private var summary = RunSummary()
  /// What was fixed; nil where nothing is to be.
  private var fixes: FixSummary?
  /// What could be fixed; nil where it is not to be said.
  private var hint: FixHint?
  private let isDiff: Bool
  /// How many more findings go into the report.
  private var room: Int
  /// Whether there is a finding that makes the exit code 1.
  private var hasFailure = false
  /// What happens to the baseline; nil where there is none.
  private var baseline: BaselineRun?
  /// Whether an input could not be read or was not what it should be.
  private var hasFailed = false
  /// Whether the directory that is being walked held something to check, or something wrong.
  private var directoryHasContent = false
  /// Why the report could not be written.
  private var failure: Failure?
  /// What is known of all inputs, of which this run may check some; nil where there is only one run.
  private(set) var tally: WatchTally?

  init(
    _ parsed: ParsedArguments, _ profile: CheckProfile, _ baseline: BaselineUse?, _ console: Console,
    tally: WatchTally? = nil
  ) throws(Failure) {
    self.tally = tally
    self.baseline = baseline.map { BaselineRun($0) }
    kind = CheckOptions.inputKind(parsed)
    skipsOthers = parsed[CheckOptions.ifFigure]
    isFailing = profile.failOn != nil
    isQuiet = parsed[CheckOptions.quiet]
    isVerbose = parsed[CheckOptions.verbose]
    showsStatistics = parsed[CheckOptions.statistics]
    showsCompatibility = parsed[CheckOptions.compat]
    self.console = console
    room = parsed[CheckOptions.maximumFindings] ?? Int.max
    let fixing = FixMode(parsed)
    isDiff = fixing?.isDiff == true
    fixes = fixing.map { FixSummary($0) }
    hint = FixHint(parsed)
    exitsNonZeroOnFix = parsed[CheckOptions.exitNonZeroOnFix]
    usesColour = parsed[CheckOptions.color].appliesColor(to: .output)
    report = try ReportOutput(parsed, targets: profile.checker.targets, failOn: profile.failOn, console)
    progress = CheckProgress(isShown: !isQuiet && !parsed[CheckOptions.noProgress])
  }

  // MARK: - Outcomes

  mutating func take(_ outcome: InputOutcome) -> Bool {
    switch outcome {
    case .checked(let input): take(input)
    case .unusable(let failure):
      directoryHasContent = true
      hasFailed = true
      summary.unreadable += 1
      if let failure { console.error(failure.message, help: failure.help) }
    case .unreadable(let error, let isNamed):
      if !isNamed { directoryHasContent = true }
      tally?.fail(error.path)
      fail(error.message, help: error.help)
    case .notInflated(let name, let failure, let isNamed):
      if !isNamed { directoryHasContent = true }
      tally?.fail(name)
      fail(failure.message(for: name), help: failure.help)
    case .excluded(let path): passOver(path, "excluded")
    case .directoryEnd(let path):
      if !directoryHasContent {
        fail(
          "no figures found in '\(path)'",
          help: "figures are files named *.json; --include takes others, --verbose says what was passed over")
      }
      directoryHasContent = false
    }
    progress.update(files: summary.files)
    return failure == nil
  }

  private mutating func take(_ input: CheckedInput) {
    let (name, outcome) = (input.name, input.outcome)
    let isNamed = input.isNamed && !skipsOthers
    tally?.forget(name)
    if let fixes = input.fixes { take(fixes) }
    if let error = input.error {
      hasFailed = true
      console.error(error.message, help: error.help)
    }
    if kind == .auto {
      switch outcome.content {
      case .otherJSON where isNamed && InputKind(ofName: name) == .notebook:
        return fail("'\(name)' is JSON but no notebook", help: "a notebook is an object with a list of 'cells'")
      case .otherJSON where isNamed:
        return fail(
          "'\(name)' is JSON but no figure",
          help: "a figure is an object with 'data' and 'layout'; if it is meant to be one, say --as figure")
      case .otherPage where isNamed:
        return fail("'\(name)' is no page with plotly figures", help: "figlint reads the calls of Plotly.newPlot in it")
      case .otherJSON, .otherPage, .brokenText:
        if !isNamed { return passOver(name, "no figure") }
      case .page where outcome.figures == 0 && !isNamed: return passOver(name, "no figure that is JSON")
      case .notebook where outcome.figures == 0 && outcome.report.counts.total == 0 && !isNamed:
        return passOver(name, "no figure")
      case .figure, .template, .notebook, .page, .lines, .grid, .metadata: break
      }
    }
    if isNamed || isVerbose { print(outcome, of: name) }
    if !isNamed { directoryHasContent = true }
    if isVerbose { console.note("checked \(TextEscaping.escaped(name))") }
    let counts = outcome.report.counts
    if let failOn = input.profile.failOn, counts.rows.contains(where: { $0.severity >= failOn }) { hasFailure = true }
    if let filter = input.filter { baseline?.record(name, filter) }
    let shown = min(counts.total, room)
    room -= shown
    summary.record(counts, figures: outcome.figures, reported: shown)
    tally?.record(counts, figures: outcome.figures, of: name)
    guard !showsStatistics, !isDiff else { return }
    var findings = outcome.report.findings
    if findings.count > shown { findings.removeLast(findings.count - shown) }
    hint?.count(findings)
    if let figure = input.figure { report.attach(figure, to: name) }
    do throws(Failure) {
      try report.add(findings, of: name)
    } catch {
      failure = error
    }
  }

  /// Counts what was fixed, and prints what is to be shown of it.
  private mutating func take(_ outcome: FixOutcome) {
    fixes?.record(outcome)
    do throws(Failure) {
      if !outcome.diff.isEmpty {
        try report.addDirectly(
          outcome.diff.text(usesColour: usesColour, isForPeople: Terminal.isTerminal(.output)))
      } else if let text = outcome.text {
        try report.addDirectly(text)
      }
    } catch {
      failure = error
    }
  }

  /// Says what could not be checked.
  private func print(_ outcome: CheckOutcome, of name: String) {
    guard !isQuiet, !outcome.notes.isEmpty || outcome.figures == 0 else { return }
    let name = TextEscaping.escaped(name)
    for note in outcome.notes {
      console.note("\(name):\(note.position.line):\(note.position.column): note: \(note.message)")
    }
    guard outcome.figures == 0, outcome.report.counts.total == 0 else { return }
    switch outcome.content {
    case .notebook: console.note("\(name): note: no output of the notebook is a plotly figure")
    case .page where outcome.notes.isEmpty, .otherPage: console.note("\(name): note: the page draws no plotly figure")
    default: break
    }
  }

  private func passOver(_ name: String, _ reason: String) {
    if isVerbose { console.note("passed over \(TextEscaping.escaped(name)): \(reason)") }
  }

  private mutating func fail(_ message: String, help: String?) {
    hasFailed = true
    summary.unreadable += 1
    console.error(message, help: help)
  }

  // MARK: - End

  /// Ends the report, prints the summary and says how the process ends.
  consuming func finish() throws(Failure) -> ExitCode {
    StatusLine.erase()
    if let failure { throw failure }
    if showsStatistics { try report.add(summary.statistics.table) } else if !isDiff { try report.finish(summary) }
    let known = try baseline?.finish()
    try report.close()
    let code = exitCode
    if !isQuiet {
      if let known { console.note(known) }
      if let sentence = fixes?.sentence { console.note(sentence) }
      console.note(showsCompatibility ? summary.sentenceWithoutFindings : summary.sentence)
      if let sentence = hint?.sentence { console.note(sentence) }
    }
    return code
  }

  private var exitCode: ExitCode {
    if hasFailed || report.hasLostFile { return .wrongUse }
    if hasFailure { return .findings }
    if let fixes, fixes.fixed > 0, exitsNonZeroOnFix || isDiff && isFailing { return .findings }
    return .clean
  }
}
