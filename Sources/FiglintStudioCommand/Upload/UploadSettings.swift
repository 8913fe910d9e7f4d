import Arguments
import ChartStudio
import ChartStudioUpload
import Figlint
import Foundation
import JSONCore
import NetworkCommands

/// How the figures of a command line are stored.
struct UploadSettings: Sendable {
  private let existing: UploadOptions.ExistingFiles
  private let sharing: Sharing?
  private let metadata: JSONText?

  init(
    _ parsed: ParsedArguments, _ settings: StudioSettings, _ gate: UploadGate, _ console: Console
  ) throws(Failure) {
    existing = parsed[UploadTable.new] ? .beside : parsed[UploadTable.overwrite] ? .update : .keep
    let asked = parsed[UploadTable.sharing].flatMap { Sharing(rawValue: $0.rawValue) }
    // What is updated stays as visible as it is, unless somebody says otherwise here.
    sharing = asked ?? (existing == .update ? nil : settings.sharing)
    metadata = try parsed[UploadTable.metadata].map { path throws(Failure) in
      try Self.metadata(in: path, gate, console)
    }
  }

  private static func metadata(
    in path: String, _ gate: UploadGate, _ console: Console
  ) throws(Failure) -> JSONText {
    let bytes = try InputFile.bytes(path)
    do throws(UploadRefusal) {
      let metadata = try CheckedMetadata(checking: bytes, named: path, gate.checker, isForced: gate.isForced)
      FindingsText.show(metadata.findings, in: path, console)
      return metadata.json
    } catch {
      FindingsText.show(error.report?.findings ?? [], in: path, console)
      throw Failure(error, of: path)
    }
  }

  func options(_ path: RemotePath) -> UploadOptions {
    var options = UploadOptions(path)
    options.existing = existing
    options.sharing = sharing
    options.metadata = metadata
    return options
  }

  /// The journal of this user.
  static func journal(_ parsed: ParsedArguments) -> UploadJournal {
    guard !parsed[UploadTable.noJournal] else { return .none }
    let environment = ProcessInfo.processInfo.environment
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
      return UploadJournal(folder: state + "/figlint/uploads")
    }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return .none }
    return UploadJournal(folder: home + "/.local/state/figlint/uploads")
  }
}
