import Arguments
import ChartStudio
import ChartStudioUpload
import Figlint
import JSONCore
import NetworkCommands
import SystemIO

/// `figlint upload`: checks figures and stores them.
enum UploadCommand {
  static func run(_ parsed: ParsedArguments, _ console: Console) async throws(Failure) -> ExitCode {
    let isDryRun = parsed[UploadTable.dryRun]
    let inputs = try UploadInput.all(parsed)
    let gate = try UploadGate(parsed)
    // A plan needs no server; everything else does, before anything is read.
    let session = isDryRun ? nil : try StudioSession(parsed, console, needsUser: true)
    let known = if let session { session.settings } else { try StudioSession.settings(parsed, console) }
    let settings = try UploadSettings(parsed, known, gate, console)
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
    let gate = try UploadGate(parsed)
    let isDryRun = parsed[UploadTable.dryRun]
    let session = isDryRun ? nil : try StudioSession(parsed, console, needsUser: true)
    let known = if let session { session.settings } else { try StudioSession.settings(parsed, console) }
    let settings = try UploadSettings(parsed, known, gate, console)
    let bytes = try InputFile.bytes(file)
    var findings: [Finding] = []
    var content: UploadOutcome.Content
    do throws(UploadRefusal) {
      let plan = try UploadPlan(
        checkingGrid: bytes, named: file, gate.checker, settings.options(path), isForced: gate.isForced)
      findings = plan.findings
      for warning in plan.warnings { console.warning("'\(file)': \(warning)") }
      content = .planned(plan.steps)
      if let session {
        do throws(UploadError) {
          content = .stored(try await Uploader(session.client, journal: UploadSettings.journal(parsed)).run(plan))
        } catch {
          content = .refused(Failure(error))
        }
      }
    } catch {
      findings = error.report?.findings ?? []
      content = .refused(Failure(error, of: file))
    }
    return UploadOutcome(file: file, path: path, findings: findings, content: content)
      .report(asJSON: parsed[UploadTable.json], console)
  }
}
