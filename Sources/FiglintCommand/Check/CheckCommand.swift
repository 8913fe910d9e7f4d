import Arguments
import Figlint
import JSONCore
import Reporters
import SystemIO

/// `figlint check`: the main job.
enum CheckCommand {
  static var table: Command<Program.Action> {
    Command(
      "check", summary: "Checks figures and reports what is wrong with them.",
      discussion: [
        "Exit codes: 0 nothing found, 1 findings at or above --fail-on, 2 wrong use or an input that could not be read."
      ],
      positionals: CheckOptions.positionals, options: CheckOptions.groups, exclusive: CheckOptions.exclusive,
      examples: [
        .init("figlint check", "Check the figures below this directory."),
        .init("figlint check --format jsonl fig.json", "One JSON object for each finding."),
        .init("… | figlint check -", "Check a figure from standard input."),
        .init("… | figlint check --as lines -", "Check a stream with one figure on each line."),
      ],
      action: .check)
  }

  static func run(_ parsed: ParsedArguments, _ console: inout Console) throws(Failure) -> ExitCode {
    let checker = try CheckOptions.checker(parsed)
    if parsed[CheckOptions.kind] == .lines {
      return try LinesRun(checker, parsed).run(&console)
    }
    var run = try CheckRun(checker, parsed)
    for path in parsed[CheckOptions.paths] {
      if path == "-" {
        try run.checkStandardInput(&console)
      } else if DirectoryWalk.isDirectory(path) {
        try run.checkDirectory(path, &console)
      } else {
        try run.checkFile(path, isNamed: true, &console)
      }
    }
    return try run.finish(&console)
  }
}
