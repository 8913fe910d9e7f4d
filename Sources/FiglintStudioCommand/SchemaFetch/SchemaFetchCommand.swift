import Arguments
import ChartStudio
import Foundation
import NetworkCommands
import SchemaStore
import SystemIO

/// `figlint schema fetch` of what is not a file.
enum SchemaFetchCommand {
  static func run(_ parsed: ParsedArguments, _ console: Console) async throws(Failure) -> ExitCode {
    let request = try SchemaFetchRequest(parsed)
    let cache = try Installation.requiredCache()
    let place = try SchemaPlace(request.source)
    let known = knownSchema(request, place, cache)
    // A hash says all: there is nothing that a server could add.
    if let known, request.pin == known.sha256 { return SchemaFetchResult.kept(known, console) }
    if parsed[SchemaFetchTable.offline] {
      if let known, request.pin == nil { return SchemaFetchResult.kept(known, console) }
      throw Failure(
        message: "the cache has no such schema of \(request.name), and --offline forbids to fetch it",
        exitCode: .unreachable)
    }
    if !place.isSecure && request.pin == nil {
      console.warning("the connection is not secure: whoever is on the way can change the schema; --sha256 pins it")
    }
    let response: HTTPResponse
    do throws(TransportError) {
      response = try await fetch(place, known, parsed)
    } catch {
      var failure = Failure(error)
      if let known { failure.help = "\(known.name) of \(Timestamp(known.received).day) stays in the cache" }
      throw failure
    }
    StatusLine.erase()
    return try take(response, from: place, known, request, cache, console)
  }

  /// What the cache has of the same place under the same name, if it can be used.
  private static func knownSchema(
    _ request: SchemaFetchRequest, _ place: SchemaPlace, _ cache: SchemaCache
  ) -> VersionRecord? {
    guard case .found(let record) = cache.entry(request.name), record.origin == place.origin,
      (try? cache.schema(of: record)) != nil
    else { return nil }
    return record
  }

  private static func fetch(
    _ place: SchemaPlace, _ known: VersionRecord?, _ parsed: ParsedArguments
  ) async throws(TransportError) -> HTTPResponse {
    let time = Duration.seconds(parsed[SchemaFetchTable.timeout])
    let limits = TransferLimits(
      silence: min(time, .seconds(30)), whole: time, bodySize: parsed[SchemaFetchTable.maximumSize] << 20)
    let progress = TransferProgress(isShown: !parsed[SchemaFetchTable.noProgress])
    let sink = MemorySink { received, expected in progress.update(received: received, of: expected) }
    var response = try await Retrier(StudioProgram.transport).send(
      place.request(known?.validators, limits: limits), to: sink)
    if response.isSuccess { response.body = sink.bytes }
    return response
  }

  // MARK: - Answers

  private static func take(
    _ response: HTTPResponse, from place: SchemaPlace, _ known: VersionRecord?, _ request: SchemaFetchRequest,
    _ cache: SchemaCache, _ console: Console
  ) throws(Failure) -> ExitCode {
    if response.status == 304, let known { return SchemaFetchResult.kept(known, console) }
    guard response.status == 200 else { throw refusal(response, place) }
    var validators = VersionRecord.Validators(
      entityTag: response.headers["ETag"], lastModified: response.headers["Last-Modified"])
    if place.origin.kind == .studio {
      guard let answer = StudioSchemaAnswer(response.body) else {
        throw Failure(
          message: "'\(place.origin.place)' does not answer as a Chart Studio server does", exitCode: .refusedByServer)
      }
      if !answer.isModified {
        guard let known else {
          throw Failure(
            message: "'\(place.origin.place)' says that its schema has not changed, and sends none",
            exitCode: .refusedByServer)
        }
        return SchemaFetchResult.kept(known, console)
      }
      validators = VersionRecord.Validators(studioHash: answer.sha1)
    }
    let schema: ReceivedSchema
    do throws(SchemaRefusal) {
      schema = try ReceivedSchema(response.body, named: request.name, pin: request.pin)
    } catch {
      throw Failure(
        message: "what '\(place.origin.place)' sends \(error)",
        help: known.map { "\($0.name) of \(Timestamp($0.received).day) stays in the cache" },
        exitCode: .refusedByServer)
    }
    do throws(FileError) {
      let record = try cache.keep(schema, from: place.origin, validators: validators)
      return SchemaFetchResult.received(schema, record, console)
    } catch {
      throw Failure(message: "the schema cannot be kept: " + error.message, help: error.help)
    }
  }

  /// What an answer without a schema comes to.
  private static func refusal(_ response: HTTPResponse, _ place: SchemaPlace) -> Failure {
    let shown = place.origin.place
    switch response.status {
    case 401, 403, 407:
      return Failure(
        message: "'\(shown)' asks for credentials (status \(response.status))",
        help: "fetch the file with a program that has them, and give it with --from", exitCode: .refusedCredentials)
    case 404, 410:
      return Failure(
        message: "there is no schema at '\(shown)' (status \(response.status))",
        help: "check the version; the releases of plotly.js are those that its repository has tags for",
        exitCode: .refusedByServer)
    default:
      return Failure(
        message: "'\(shown)' sends no schema (status \(response.status))",
        help: response.status >= 500 || response.status == 429 ? "try again later" : nil, exitCode: .refusedByServer)
    }
  }
}
