import Arguments
import ChartStudio
import Dispatch
import JSONCore
import NetworkCommands
import Synchronization

/// The program: what the commands that use a network do. People call it by `figlint`, whose commands they are.
enum StudioProgram {
  /// Carries out a command line, without the program's name, and gives the exit code.
  static func run(_ arguments: [String]) -> Int32 { CommandLineProgram.run(table, arguments) }

  private static var table: Command {
    Command(
      "figlint", summary: "The commands of figlint that use a network.",
      commands: [
        Command(
          "schema", summary: "Fetches plot-schemas that figures are checked against.",
          commands: NetworkCommand.schema(action))
      ] + NetworkCommand.topLevel(action))
  }

  private static func action(_ command: NetworkCommand) -> Command.Action {
    switch command {
    case .schemaFetch: action(SchemaFetchCommand.run)
    case .upload: action(UploadCommand.run)
    case .uploadGrid: action(UploadCommand.runGrid)
    case .download: action(DownloadCommand.run)
    case .image: action(ImageCommand.run)
    case .api: action(APICommand.run)
    case .files(let group, let what):
      action { parsed, console throws(Failure) in try await FilesCommand.run(group, what, parsed, console) }
    }
  }

  /// The action of a command that waits for a network: `body`, and what it says when it fails.
  static func action(
    _ body: @escaping @Sendable (ParsedArguments, Console) async throws(Failure) -> ExitCode
  ) -> Command.Action {
    CommandLineProgram.action { parsed, console throws(Failure) in
      try wait { () async throws(Failure) in try await body(parsed, console) }
    }
  }

  /// Runs `body` to its end; other threads carry it out.
  private static func wait(_ body: @escaping @Sendable () async throws(Failure) -> ExitCode) throws(Failure) -> ExitCode
  {
    let outcome = Outcome()
    let isOver = DispatchSemaphore(value: 0)
    Task.detached {
      do throws(Failure) {
        let code = try await body()
        outcome.value.withLock { $0 = .success(code) }
      } catch {
        outcome.value.withLock { $0 = .failure(error) }
      }
      isOver.signal()
    }
    isOver.wait()
    return try outcome.value.withLock { $0 }.get()
  }

  private final class Outcome: Sendable {
    let value = Mutex<Result<ExitCode, Failure>>(.success(.clean))
  }

  /// How all commands reach servers. Whoever sends through it repeats what fails for the moment.
  static var transport: URLSessionTransport { URLSessionTransport(userAgent: "figlint/\(Installation.version)") }

  /// Tells people that a request is about to be repeated.
  static func report(to console: Console) -> @Sendable (_ reason: String, _ wait: Duration) -> Void {
    { reason, wait in console.note("\(TextEscaping.escaped(reason)); again in \(wait.components.seconds + 1) s") }
  }
}
