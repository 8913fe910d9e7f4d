import Arguments

/// The program: its table of commands, and what each of them does.
enum Program {
  static let version = "0.1.0"

  /// What a command line can ask for.
  enum Action: Sendable {
    case check, rules, explain, completions
    case schemaList, schemaShow, schemaSnapshot, schemaCompile
  }

  /// Carries out a command line, without the program's name.
  static func run(_ arguments: [String]) -> ExitCode {
    let console = Console()
    do throws(ArgumentError) {
      switch try table.parse(arguments) {
      case .help(let text): return console.result(text)
      case .version: return console.result("figlint \(version)\n")
      case .run(let action, let parsed, _): return run(action, parsed, console)
      }
    } catch {
      console.note(error.description)
      return .wrongUse
    }
  }

  private static func run(_ action: Action, _ parsed: ParsedArguments, _ console: Console) -> ExitCode {
    do throws(Failure) {
      switch action {
      case .check: return try CheckCommand.run(parsed, console)
      case .rules: return try RulesCommand.run(parsed, console)
      case .explain: return try ExplainCommand.run(parsed, console)
      case .completions: return console.result(table.completions(for: parsed[CompletionsCommand.shell]))
      case .schemaList: return try SchemaListCommand.run(parsed, console)
      case .schemaShow: return try SchemaShowCommand.run(parsed, console)
      case .schemaSnapshot: return try SchemaSnapshotCommand.run(parsed, console)
      case .schemaCompile: return try SchemaCompileCommand.run(parsed, console)
      }
    } catch {
      console.error(error.message, help: error.help)
      return error.exitCode
    }
  }

  private static var table: Command<Action> {
    Command(
      "figlint", summary: "Checks plotly figures: finds what plotly.js would ignore or draw wrongly, and says where.",
      examples: [
        .init("figlint check figs/", "Check the figures in a folder."),
        .init("figlint check --target 3,4 fig.json", "Check a figure against the newest 3.x and 4.x."),
        .init("figlint explain scatter.marker.size", "Tell what an attribute takes, and since when."),
      ],
      fileCommand: "check",
      commands: [
        CheckCommand.table, RulesCommand.table, ExplainCommand.table,
        Command(
          "schema", summary: "Lists, shows and compiles the plot-schemas that figures are checked against.",
          commands: [
            SchemaListCommand.table, SchemaShowCommand.table, SchemaSnapshotCommand.table, SchemaCompileCommand.table,
          ]),
        CompletionsCommand.table,
      ])
  }
}

/// How the process ends.
enum ExitCode: Int32 {
  case clean = 0
  case findings = 1
  /// Wrong use, bad configuration, or an input that could not be read.
  case wrongUse = 2
}

/// Why a command stops.
struct Failure: Error {
  let message: String
  var help: String?
  var exitCode = ExitCode.wrongUse
}
