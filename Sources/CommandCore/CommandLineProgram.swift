package import Arguments

/// A program that is a table of commands.
package enum CommandLineProgram {
  /// Carries out a command line, without the program's name, and gives the exit code.
  package static func run(_ table: Command, _ arguments: [String]) -> Int32 {
    run(table.name) { () throws(ArgumentError) in try table.parse(arguments) }
  }

  /// Carries out a command line of one command of a program, without the names of both, and gives the exit code.
  package static func run(_ command: Command, of program: String, _ arguments: [String]) -> Int32 {
    run(program) { () throws(ArgumentError) in try command.parse(arguments, asCommandOf: program) }
  }

  private static func run(_ program: String, _ parse: () throws(ArgumentError) -> Invocation) -> Int32 {
    let console = Console()
    do throws(ArgumentError) {
      switch try parse() {
      case .help(let text): return console.result(text).rawValue
      case .version: return console.result("\(program) \(Installation.version)\n").rawValue
      case .run(let action, let parsed, _): return action(parsed)
      }
    } catch {
      console.note(error.description)
      return ExitCode.wrongUse.rawValue
    }
  }

  /// The action of a command: `body`, and what it says when it fails.
  package static func action(
    _ body: @escaping @Sendable (ParsedArguments, Console) throws(Failure) -> ExitCode
  ) -> Command.Action {
    { parsed in
      let console = Console()
      do throws(Failure) {
        return try body(parsed, console).rawValue
      } catch {
        console.error(error.message, help: error.help)
        return error.exitCode.rawValue
      }
    }
  }
}
