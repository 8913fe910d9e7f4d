import Arguments
import ChartStudio
import Figlint
import JSONCore
import NetworkCommands
import SystemIO

/// `figlint upload`: checks figures and stores them.
enum UploadCommand {
  static func run(_ parsed: ParsedArguments, _ console: Console) async throws(Failure) -> ExitCode {
    let isDryRun = parsed[UploadTable.dryRun]
    let inputs = try UploadInput.all(parsed)
    let gate = try FigureGate(parsed)
    // A plan needs no server; everything else does, before anything is read.
    let session = isDryRun ? nil : try StudioSession(parsed, console)
    let known = if let session { session.settings } else { try StudioSession.settings(parsed, console) }
    let settings = try UploadSettings(parsed, known)
    let uploader = session.map { Uploader($0.client, journal: UploadSettings.journal(parsed)) }
    return await UploadBatch(
      uploader: uploader, gate: gate, settings: settings, asJSON: parsed[UploadTable.json], console: console,
      showsProgress: !parsed[UploadTable.noProgress]
    ).run(inputs, atATime: parsed[UploadTable.jobs])
  }

  /// `figlint upload-grid`.
  static func runGrid(_ parsed: ParsedArguments, _ console: Console) async throws(Failure) -> ExitCode {
    let file = parsed[UploadTable.grid]
    let path = try UploadInput.path(file, parsed[UploadTable.name], parsed[UploadTable.folder])
    let isDryRun = parsed[UploadTable.dryRun]
    let session = isDryRun ? nil : try StudioSession(parsed, console)
    let known = if let session { session.settings } else { try StudioSession.settings(parsed, console) }
    let settings = try UploadSettings(parsed, known)
    let grid = try InputFile.json(file)
    let plan: UploadPlan
    do throws(MalformedValue) {
      plan = try UploadPlan(grid: grid, settings.options(path))
    } catch {
      throw Failure(message: "'\(file)' is no grid: \(error.message)", help: error.help)
    }
    for warning in plan.warnings { console.warning("'\(file)': \(warning)") }
    var content = UploadOutcome.Content.planned(plan.steps)
    if let session {
      do throws(UploadError) {
        content = .stored(
          try await Uploader(session.client, journal: UploadSettings.journal(parsed)).run(plan))
      } catch {
        throw Failure(error)
      }
    }
    return UploadOutcome(file: file, path: path, content: content).report(asJSON: parsed[UploadTable.json], console)
  }
}
