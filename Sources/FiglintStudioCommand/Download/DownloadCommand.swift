import Arguments
import ChartStudio
import JSONCore
import NetworkCommands

/// `figlint download`: figures with their data, and grids.
enum DownloadCommand {
  static func run(_ parsed: ParsedArguments, _ console: Console) async throws(Failure) -> ExitCode {
    let session = try StudioSession(parsed, console)
    let file = try FileArgument(parsed[DownloadTable.file], session.client)
    let key = try parsed[DownloadTable.shareKey].map { path throws(Failure) in try InputFile.secret(path) }
    let download: Downloader.Download
    do throws(ClientError) {
      download = try await Downloader(session.client).fetch(
        file.id, shareKey: key ?? file.shareKey, keepsReferences: parsed[DownloadTable.references])
    } catch {
      throw Failure(error)
    }
    for reference in download.unresolved {
      console.warning("'\(reference)' stays a reference: its grid cannot be read, or has no such column")
    }
    return try InputFile.write(
      download.content.bytes + Array("\n".utf8), to: parsed[DownloadTable.output], console)
  }
}
