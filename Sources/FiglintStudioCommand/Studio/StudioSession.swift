import Arguments
import ChartStudio
import Foundation
import JSONCore
import NetworkCommands
import SystemIO

/// A client as the command line, the environment and the files of the user describe it.
struct StudioSession {
  let client: StudioClient
  let settings: StudioSettings

  /// - Parameter needsUser: Whether nobody can do it without credentials.
  init(_ parsed: ParsedArguments, _ console: Console, needsUser: Bool = false) throws(Failure) {
    settings = try Self.settings(parsed, console)
    if needsUser, settings.server != nil, settings.credentials.isEmpty {
      throw Failure(
        message:
          "this needs a user name and an API key, and \(settings.credentials.username.isEmpty ? "there are none" : "there is no key")",
        help:
          "set PLOTLY_USERNAME and PLOTLY_API_KEY, or write them into ~/.plotly/.credentials, or give --user and --key-file",
        exitCode: .refusedCredentials)
    }
    do throws(MalformedValue) {
      let time = Duration.seconds(parsed[StudioOptions.timeout])
      var retries = RetryPolicy()
      retries.limit = min(retries.limit, time)
      retries.unreachableLimit = min(retries.unreachableLimit, time)
      client = StudioClient(
        try settings.requiredServer(), settings.credentials, platform: .figlint(version: Installation.version),
        transport: StudioProgram.transport,
        limits: TransferLimits(silence: min(time, .seconds(60)), whole: time, bodySize: 1 << 30), retries: retries,
        report: StudioProgram.report(to: console))
    } catch {
      throw Failure(error)
    }
  }

  /// Who and where, and warnings of what is wrong with the files that say so.
  static func settings(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> StudioSettings {
    var options = StudioSettings.Options()
    options.server = parsed[StudioOptions.server]
    options.username = parsed[StudioOptions.user]
    options.allowsInsecure = parsed[StudioOptions.insecure]
    if let path = parsed[StudioOptions.keyFile] { options.apiKey = try InputFile.secret(path) }
    let environment = ProcessInfo.processInfo.environment
    do throws(MalformedValue) {
      let settings = try StudioSettings(options, environment: environment, home: environment["HOME"])
      for warning in settings.warnings { console.warning(warning) }
      return settings
    } catch {
      throw Failure(error)
    }
  }

  func send<Success>(_ endpoint: Endpoint<Success>) async throws(Failure) -> Success {
    do throws(ClientError) {
      return try await client.send(endpoint)
    } catch {
      throw Failure(error)
    }
  }
}

extension Failure {
  init(_ error: MalformedValue) { self.init(message: error.message, help: error.help) }

  init(_ error: ClientError) {
    switch error.reason {
    case .noAnswer(let error): self.init(error)
    case .refused(let refusal):
      self.init(
        message: error.message, help: error.help,
        exitCode: refusal.kind == .credentials ? .refusedCredentials : .refusedByServer)
    case .unusable: self.init(message: error.message, help: error.help, exitCode: .refusedByServer)
    }
  }
}
