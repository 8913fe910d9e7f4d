import Arguments
import Figlint
import SystemIO

/// `figlint check`: the main job.
enum CheckCommand {
  static var table: Command {
    Command(
      "check", summary: "Checks figures and reports what is wrong with them.",
      discussion: [
        "What the options say wins over figlint.json, which is looked for from the directory of each file upwards to the root of the repository, and else from the working directory; 'figlint init' writes one.",
        "Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 wrong use or an input that could not be read. With --compat findings do not make it 1.",
      ],
      positionals: CheckOptions.positionals, options: CheckOptions.groups, exclusive: CheckOptions.exclusive,
      examples: [
        .init("figlint check", "Check the figures below this directory."),
        .init("figlint check --format jsonl fig.json", "One JSON object for each finding."),
        .init("figlint check --diff figs/", "Show what safe fixes would change; --fix makes them."),
        .init("figlint check --compat figs/", "Which plotly.js versions take each figure, of those that are built in."),
        .init("… | figlint check -", "Check a figure from standard input."),
        .init("… | figlint check --as lines -", "Check a stream with one figure on each line."),
      ],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    if parsed[CheckOptions.watch] { return try WatchRun.run(parsed, console) }
    let profiles = try CheckProfiles(parsed, console)
    if parsed[CheckOptions.kind] == .lines { return try LinesRun.run(profiles.main, parsed, console) }
    return try check(CheckInputs(parsed[CheckOptions.paths], profiles), profiles.main, parsed, console).finish()
  }

  /// Checks inputs, and gives back what is to be finished.
  ///
  /// - Parameter tally: What is known of all inputs, where they are checked more than once.
  static func check<Inputs: WorkSource & ~Copyable>(
    _ inputs: consuming sending Inputs, _ profile: CheckProfile, _ parsed: ParsedArguments, _ console: Console,
    tally: WatchTally? = nil
  ) throws(Failure) -> CheckRun where Inputs.Input == CheckInput {
    let baseline = try BaselineUse.read(parsed, profile.configuration)
    let kind = CheckOptions.inputKind(parsed)
    let limit = parsed[CheckOptions.statistics] ? 0 : parsed[CheckOptions.maximumFindings] ?? .max
    let fixing = FixMode(parsed)
    let limits = CheckOptions.inflateLimits(parsed)
    let attachesFigures = parsed[CheckOptions.embedPlotly] != nil
    return OrderedWork.run(
      inputs, threads: CheckOptions.threads(parsed),
      into: try CheckRun(parsed, profile, baseline, console, tally: tally)
    ) {
      CheckWorker(
        as: kind, inflating: limits, reporting: limit, fixing: fixing, baseline, attachesFigures: attachesFigures)
    }
  }
}
