import Arguments
import NetworkCommands
import SchemaStore
import SystemIO

/// `figlint schema fetch --from FILE`, for which no network is needed.
enum SchemaFetchFile {
  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let request = try SchemaFetchRequest(parsed)
    guard case .file(let path) = request.source else { preconditionFailure("only files are taken here") }
    let cache = try Installation.requiredCache()
    let bytes = try InputFile.bytes(path)
    let schema: ReceivedSchema
    do throws(SchemaRefusal) {
      schema = try ReceivedSchema(bytes, named: request.name, pin: request.pin)
    } catch {
      throw Failure(
        message: "'\(path)' \(error)",
        help: "give the plot-schema.json of a plotly.js release, or a snapshot that figlint has written")
    }
    do throws(FileError) {
      let record = try cache.keep(schema, from: SchemaOrigin(.file, path, fullPlace: path))
      return SchemaFetchResult.received(schema, record, console)
    } catch {
      throw Failure(message: "the schema cannot be kept: " + error.message, help: error.help)
    }
  }
}
