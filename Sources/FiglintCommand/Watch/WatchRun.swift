import Arguments
import JSONCore
import Reporters
import SystemIO

/// `--watch`: checks all, then again and again what has changed, until a signal ends the process or nobody reads any more.
struct WatchRun: ~Copyable {
  /// How long to wait, in milliseconds, before looking without a notice: where nobody gives notices, and where somebody does, but
  /// perhaps not of what other computers write.
  private static let interval = 500
  private static let longInterval = 3000
  /// What is gone may be coming back under its name: it gets so many milliseconds.
  private static let patience = 150

  private let parsed: ParsedArguments
  private let console: Console
  private let isQuiet: Bool
  private var profiles: CheckProfiles
  private var watch = ChangeWatch()
  private var tally = WatchTally()
  /// The inputs as they were when they were checked last.
  private var known: WatchedInputs
  /// The settings in the form in which they were read last; they may have been unusable.
  private var settings: [String: FileVersion?]
  private var code = ExitCode.clean

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    try refuseOptions(parsed)
    var run = try WatchRun(parsed, console)
    return try run.run()
  }

  private init(_ parsed: ParsedArguments, _ console: Console) throws(Failure) {
    self.parsed = parsed
    self.console = console
    isQuiet = parsed[CheckOptions.quiet]
    profiles = try CheckProfiles(parsed, console)
    known = WatchedInputs(parsed, &profiles)
    settings = known.settings
    // What changes from here on is told; what changed since the look is seen in the next one.
    _ = watch.watch(known.directories)
  }

  /// Refuses what does not go with a run that has no end.
  private static func refuseOptions(_ parsed: ParsedArguments) throws(Failure) {
    if parsed[CheckOptions.paths].contains("-") {
      throw Failure(message: "--watch cannot watch standard input", help: "name files or directories")
    }
    if parsed[CheckOptions.kind] == .lines {
      throw Failure(
        message: "--watch does not go with --as lines", help: "files called *.jsonl are watched without it")
    }
    let format = parsed[CheckOptions.format]
    guard [.text, .concise].contains(format) else {
      throw Failure(
        message: "--watch does not go with --format \(format.rawValue)",
        help: "it is for people: take text or concise; programs run figlint for each report")
    }
  }

  private mutating func run() throws(Failure) -> ExitCode {
    try check(known.all)
    say("watching \(counted(known.count, "file")); Ctrl-C ends")
    while true {
      let stopwatch = Stopwatch()
      if let next = look() { try take(next) }
      // Looking is never more than a small part of the time.
      let cost = Int(stopwatch.nanoseconds / 1_000_000)
      let interval = watch.tellsAll ? Self.longInterval : Self.interval
      if case .readerWentAway = watch.wait(atMost: max(interval, 20 * cost)) { return code }
    }
  }

  // MARK: - Changes

  /// What there is now; nil where it cannot be known, since the settings cannot be used.
  private mutating func look() -> (inputs: WatchedInputs, hasNewSettings: Bool)? {
    var inputs = WatchedInputs(parsed, &profiles)
    if watch.watch(inputs.directories) { inputs = WatchedInputs(parsed, &profiles) }
    guard inputs.settings != settings else { return (inputs, inputs.settings != known.settings) }
    settings = inputs.settings
    say("\n\(Environment.timeOfDay) settings changed")
    do throws(Failure) {
      profiles = try CheckProfiles(parsed, console)
    } catch {
      console.error(error.message, help: error.help)
      say("nothing is checked until that is put right")
      return nil
    }
    inputs = WatchedInputs(parsed, &profiles)
    _ = watch.watch(inputs.directories)
    settings = inputs.settings
    return (inputs, true)
  }

  /// Checks what is not as it was.
  private mutating func take(_ found: (inputs: WatchedInputs, hasNewSettings: Bool)) throws(Failure) {
    if found.hasNewSettings {
      known = found.inputs
      tally = WatchTally()
      return try check(known.all)
    }
    var inputs = found.inputs
    if !inputs.gone(since: known).isEmpty {
      watch.pause(Self.patience)
      inputs = WatchedInputs(parsed, &profiles)
    }
    let (changed, gone) = (inputs.changed(since: known), inputs.gone(since: known))
    guard !changed.isEmpty || !gone.isEmpty else { return }
    known = inputs
    for path in gone { tally.forget(path) }
    let paths = changed.compactMap { input in
      if case .file(let path, _, _) = input { path } else { nil }
    }
    let events = [named(paths, "changed"), named(gone, gone.count == 1 ? "is gone" : "are gone")].compactMap(\.self)
    say("\n\(Environment.timeOfDay) " + events.joined(separator: "; "))
    if !changed.isEmpty { try check(changed) }
    say("in all \(tally.sentence)")
  }

  private mutating func check(_ inputs: [CheckInput]) throws(Failure) {
    let run = try CheckCommand.check(ListedInputs(inputs), profiles.main, parsed, console, tally: tally)
    tally = run.tally ?? tally
    code = try run.finish()
  }

  // MARK: - Words

  private func say(_ text: String) {
    if !isQuiet { console.note(text) }
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count.grouped) \(noun)\(count == 1 ? "" : "s")" }

  /// `a.json, b.json and 3 others changed`; nil for no paths.
  private func named(_ paths: [String], _ what: String) -> String? {
    guard !paths.isEmpty else { return nil }
    let names = paths.prefix(2).map(TextEscaping.escaped).joined(separator: ", ")
    let others = paths.count - 2
    return names + (others > 0 ? " and \(counted(others, "other"))" : "") + " \(what)"
  }
}
