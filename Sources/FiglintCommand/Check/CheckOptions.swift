import Arguments
import Diagnostics
import Reporters
import SystemIO

/// The table of `figlint check`: what it takes, from which parser, help and completions are made.
enum CheckOptions {
  static let paths = Positional<[String]>(
    "PATH", default: ["."],
    help: "A file, a directory to walk, or '-' for standard input.", complete: .files("json"))

  // What is checked, and against what.
  static let target = Option<[String]>(
    "target", short: "t", value: "VERSION[,VERSION…]", separator: ",", default: ["latest"],
    help: "plotly.js versions to check against: '4.1.1', '4.1', '4', 'latest', 'chart-studio' or the path of a "
      + "plot-schema.json.",
    complete: .values(namedTargets))
  /// Targets that are words and not versions.
  static let namedTargets = ["latest", "chart-studio"]
  static let compat = Flag(
    "compat",
    help:
      "Tell for each figure the lowest and highest plotly.js that take all of it, and what stands in the way of others."
  )
  static let kind = Option<KindChoice>(
    "as", value: "KIND", default: .auto,
    help:
      "What the input is: told by its name and content, a figure, a layout.template, a Jupyter notebook, an HTML page, a grid of Chart Studio, its metadata, or one figure a line."
  )
  static let grid = Option<[String]>(
    "grid", value: "FILE",
    help:
      "A grid, or a folder of grids, that references of figures (…src) are looked up in; the target is then 'chart-studio' unless one is given.",
    complete: .files("json"))
  static let maximumDepth = Option<Int>(
    "max-depth", value: "N", in: 1...100_000, default: 512, help: "Levels of nesting above which a file is refused.")

  static let maximumInflated = Option<Int>(
    "max-inflated", value: "MB", in: 1...1_000_000, default: 1024,
    help: "Megabytes above which a .gz file is not inflated.")
  static let maximumRatio = Option<Int>(
    "max-ratio", value: "N", in: 1...1032, default: 200,
    help: "Refuse .gz files of which a byte becomes more than N, if that makes more than 16 MB.")

  // Which files.
  static let include = Option<[String]>(
    "include", value: "GLOB", help: "In directories take files that match, instead of '*.json'.")
  static let exclude = Option<[String]>(
    "exclude", value: "GLOB", help: "Pass over files and directories that match, as a line of a .gitignore would.")
  static let ifFigure = Flag(
    "if-figure", help: "Pass over inputs that are no figures also where they are named, as hooks name all files.")
  static let noIgnore = Flag("no-ignore", help: "Do not honour .gitignore files.")
  static let forceExclude = Flag(
    "force-exclude", help: "Apply --exclude to files and directories named on the command line, too.")
  static let standardInputName = Option<String?>(
    "stdin-filename", value: "NAME", help: "What findings call standard input.", complete: .files("json"))

  // Which rules, and how much they weigh.
  static let select = Option<[String]>(
    "select", value: "LIST", separator: ",",
    help: "Run these rules only: ids, prefixes or names, such as 'S001', 'S' or 'unknown-attribute', or 'ALL'.")
  static let extendSelect = Option<[String]>(
    "extend-select", value: "LIST", separator: ",", help: "Run these rules besides those selected.")
  static let ignore = Option<[String]>(
    "ignore", value: "LIST", separator: ",", help: "Do not run these rules.")
  static let severity = Option<[SeverityChange]>(
    "severity", value: "RULE=LEVEL", help: "Give a rule the level error, warning, info or off.")
  static let failOn = Option<FailureLevel>(
    "fail-on", value: "LEVEL", default: .error, help: "Least severity of a finding that makes the exit code 1.")
  static let configuration = Option<String?>(
    "config", value: "FILE",
    help: "Read this configuration, and no other; its globs are relative to the working directory.",
    complete: .files("json"))
  static let noConfiguration = Flag("no-config", help: "Read no configuration file.")

  // What is known already.
  static let baseline = Option<String?>(
    "baseline", value: "FILE", help: "Do not report the findings that FILE has.", complete: .files("json"))
  static let updateBaseline = Flag(
    "update-baseline", help: "Write all findings to the baseline, and drop what is gone.")

  // What is put right.
  static let fix = Flag("fix", help: "Make safe fixes in the files; for '-' print the fixed text.")
  static let unsafeFixes = Flag("unsafe-fixes", help: "Make also fixes that may change the drawing.")
  static let diff = Flag("diff", help: "Print what fixes would change, as a unified diff, and write nothing.")
  static let exitZero = Flag("exit-zero", help: "Exit with 0 also if there are findings.")
  static let exitNonZeroOnFix = Flag("exit-non-zero-on-fix", help: "Exit with 1 also if all findings were fixed.")

  // How the run goes.
  static let jobs = Option<Int?>(
    "jobs", short: "j", value: "N", in: 1...1024,
    help: "Check N files at a time; if not given, as many as there are processors.")

  static let watch = Flag(
    "watch", short: "w", help: "Go on, and check again what changes, until Ctrl-C: files, new ones, and settings.")

  // What is said, and where.
  static let format = Option<ReportFormat>(
    "format", short: "f", value: "FORMAT", default: .text, help: "Form of the report.")
  static let output = Option<String?>(
    "output", short: "o", value: "FILE", help: "Write the report to FILE, all of it or nothing.", complete: .files())
  static let embedPlotly = Option<String?>(
    "embed-plotly", value: "FILE",
    help: "Put this plotly.js into the page of --format html, which then draws the figures.", complete: .files("js"))
  static let maximumFindings = Option<Int?>(
    "max-findings", value: "N", in: 0...Int.max, help: "Print N findings at most; all are counted.")
  static let statistics = Flag("statistics", help: "Print how often each rule was broken instead of each finding.")
  static let quiet = Flag("quiet", short: "q", help: "Print findings only, no summary.")
  static let verbose = Flag("verbose", short: "v", help: "Say which files are read, and which passed over and why.")
  static let noProgress = Flag(
    "no-progress", help: "Do not count files on the terminal while a run of more than a second goes on.")
  static let color = Option<ColorChoice>(
    "color", value: "WHEN", default: .auto, help: "Colour the text; 'auto' does on a terminal, unless NO_COLOR is set.")

  static let positionals = [paths.shape]
  static let groups = [
    OptionGroup(
      "Input", target.shape, compat.shape, kind.shape, grid.shape, standardInputName.shape, maximumDepth.shape,
      maximumInflated.shape, maximumRatio.shape),
    OptionGroup("Files", include.shape, exclude.shape, ifFigure.shape, noIgnore.shape, forceExclude.shape),
    OptionGroup(
      "Rules", select.shape, extendSelect.shape, ignore.shape, severity.shape, failOn.shape, exitZero.shape,
      configuration.shape, noConfiguration.shape, baseline.shape, updateBaseline.shape),
    OptionGroup(
      "Report", format.shape, output.shape, embedPlotly.shape, maximumFindings.shape, statistics.shape, quiet.shape,
      verbose.shape, color.shape),
    OptionGroup("Fixes", fix.shape, unsafeFixes.shape, diff.shape, exitNonZeroOnFix.shape),
    OptionGroup("Run", watch.shape, jobs.shape, noProgress.shape),
  ]
  static let exclusive = [
    [quiet.shape, verbose.shape], [compat.shape, target.shape], [compat.shape, failOn.shape],
    [compat.shape, statistics.shape], [compat.shape, maximumFindings.shape], [compat.shape, fix.shape],
    [compat.shape, unsafeFixes.shape], [compat.shape, diff.shape], [failOn.shape, exitZero.shape],
    [configuration.shape, noConfiguration.shape], [compat.shape, baseline.shape], [compat.shape, updateBaseline.shape],
    [diff.shape, updateBaseline.shape],
    [diff.shape, statistics.shape], [diff.shape, output.shape],
    [watch.shape, fix.shape], [watch.shape, unsafeFixes.shape], [watch.shape, diff.shape], [watch.shape, compat.shape],
    [watch.shape, output.shape], [watch.shape, statistics.shape], [watch.shape, updateBaseline.shape],
  ]
}

/// `--as`: what an input is taken for.
enum KindChoice: String, ArgumentChoice {
  /// What its content shows.
  case auto
  case figure
  case template
  /// A grid of Chart Studio, and metadata of one.
  case grid
  case metadata
  case notebook
  case html
  /// One figure a line.
  case lines
}

extension ReportFormat: ArgumentChoice {}
extension ColorChoice: ArgumentChoice {}

/// `--fail-on`: the least severity that makes the exit code 1.
enum FailureLevel: String, ArgumentChoice {
  case error
  case warning
  case never

  /// The severity; nil for none.
  var severity: Severity? {
    switch self {
    case .error: .error
    case .warning: .warning
    case .never: nil
    }
  }
}

/// `--severity RULE=LEVEL`: the new level of a rule.
struct SeverityChange: ArgumentValue {
  /// What a rule can be turned into.
  enum Level: String, CaseIterable {
    case error
    case warning
    case info
    case off
  }

  /// Id, prefix or name; not looked up yet.
  let rule: String
  let level: Level

  static func parse(_ text: String) throws(InvalidValue) -> SeverityChange {
    let levels = Level.allCases.map(\.rawValue)
    guard let sign = text.lastIndex(of: "="), sign > text.startIndex else {
      throw InvalidValue(text, expected: "RULE=LEVEL, such as 'S001=warning'")
    }
    let rule = String(text[..<sign])
    let name = String(text[text.index(after: sign)...])
    guard let level = Level(rawValue: name) else { throw InvalidValue(name, noneOf: levels) }
    return SeverityChange(rule: rule, level: level)
  }

  var argumentText: String { "\(rule)=\(level.rawValue)" }
}
