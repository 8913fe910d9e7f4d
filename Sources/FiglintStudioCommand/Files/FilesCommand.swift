import Arguments
import ChartStudio
import JSONCore
import NetworkCommands
import SystemIO

/// `figlint files`, `folders`, `grids` and `plots`.
enum FilesCommand {
  static func run(
    _ group: FileGroupName, _ action: FileAction, _ parsed: ParsedArguments, _ console: Console
  ) async throws(Failure) -> ExitCode {
    let session = try StudioSession(parsed, console, needsUser: action != .list && action != .get)
    switch action {
    case .list: return try await list(group, session, parsed, console)
    case .get:
      let file = try FileArgument(parsed[FileCommands.file], session.client)
      let record = try await session.send(retrieve(group, file))
      return try InputFile.write(record.json.bytes + Array("\n".utf8), to: nil, console)
    case .trash:
      return try await each(parsed, session, console) { id, session throws(Failure) in
        _ = try await session.send(Files.trash(id))
        return "moved \(id) to the trash"
      }
    case .restore:
      return try await each(parsed, session, console) { id, session throws(Failure) in
        _ = try await session.send(Files.restore(id))
        return "restored \(id)"
      }
    case .delete: return try await delete(parsed, session, console)
    }
  }

  private static func retrieve(_ group: FileGroupName, _ file: FileArgument) -> Endpoint<FileRecord> {
    switch group {
    case .files: Files.retrieve(file.id, shareKey: file.shareKey)
    case .folders: Folders.retrieve(file.id, shareKey: file.shareKey)
    case .grids: Grids.retrieve(file.id, shareKey: file.shareKey)
    case .plots: Plots.retrieve(file.id, shareKey: file.shareKey)
    }
  }

  /// Carries out one call for each file; the others are done although one fails, unless no other would get through either.
  private static func each(
    _ parsed: ParsedArguments, _ session: StudioSession, _ console: Console,
    _ body: (FileID, StudioSession) async throws(Failure) -> String
  ) async throws(Failure) -> ExitCode {
    var ids: [FileID] = []
    for text in parsed[FileCommands.files] { ids.append(try FileArgument(text, session.client).id) }
    var code = ExitCode.clean
    for (index, id) in ids.enumerated() {
      do throws(Failure) {
        console.note(try await body(id, session))
      } catch {
        console.error("\(id): \(error.message)", help: error.help)
        code = code.worse(error.exitCode)
        if error.isCutOff, index + 1 < ids.count {
          console.note("\(ids.count - index - 1) not tried")
          break
        }
      }
    }
    return code
  }

  // MARK: - List

  private static func list(
    _ group: FileGroupName, _ session: StudioSession, _ parsed: ParsedArguments, _ console: Console
  ) async throws(Failure) -> ExitCode {
    var filter = Folders.Filter()
    switch group {
    case .files: break
    case .folders: filter.types = [.folder]
    case .grids: filter.types = [.grid]
    case .plots: filter.types = [.plot]
    }
    let place = parsed[FileCommands.place] ?? (group == .files ? "home" : "all")
    let pages = session.client.items(of: try await endpoint(place, filter, session))
    var left = parsed[FileCommands.limit] ?? .max
    do throws(ClientError) {
      var iterator = pages.makeAsyncIterator()
      while left > 0, let file = try await iterator.next() {
        left -= 1
        let line =
          parsed[FileCommands.json]
          ? file.json.withView { JSONText(trusted: $0.tape.compactText($0.index)).description } : text(file)
        let code = console.result(line + "\n")
        if code != .clean { return code }
      }
    } catch {
      throw Failure(error)
    }
    return .clean
  }

  private static func endpoint(
    _ place: String, _ filter: Folders.Filter, _ session: StudioSession
  ) async throws(Failure) -> Endpoint<Page<FileRecord>> {
    switch place {
    case "home": return Folders.home(filter)
    case "all": return Folders.all(filter)
    case "shared": return Folders.shared(filter)
    case "starred": return Folders.starred(filter)
    case "trashed": return Folders.trashed(filter)
    default: break
    }
    if let id = try? FileID(place) { return Folders.children(id, filter) }
    let record = try await session.send(Folders.lookup(place))
    guard let id = record.id else { throw Failure(message: "'\(place)' is no folder", exitCode: .refusedByServer) }
    return Folders.children(id, filter)
  }

  /// `ada:10  plot  private  2024-02-03  lab results`
  private static func text(_ file: FileRecord) -> String {
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.count))
    }
    let columns = [
      padded(file.id?.description ?? "?", 12),
      padded(file.filetype == .folder ? "folder" : file.filetype?.rawValue ?? "?", 9),
      padded(file.sharing?.rawValue ?? "?", 7), String((file.modified ?? "?").prefix(10)), file.filename ?? "",
    ]
    return TextEscaping.escaped(columns.joined(separator: "  "))
  }

  // MARK: - Delete

  private static func delete(
    _ parsed: ParsedArguments, _ session: StudioSession, _ console: Console
  ) async throws(Failure) -> ExitCode {
    let isSure = parsed[FileCommands.yes]
    guard isSure || Terminal.isTerminal(.input) else {
      throw Failure(message: "nothing is deleted without being asked for", help: "say --yes, or run it at a terminal")
    }
    return try await each(parsed, session, console) { id, session throws(Failure) in
      let record = try await session.send(Files.retrieve(id))
      if !isSure {
        let name = record.filename.map { " '\($0)'" } ?? ""
        let content = record.filetype == .folder ? " and all that is in it" : ""
        console.note(TextEscaping.escaped("delete \(id)\(name)\(content) for good? [y/N]"))
        guard let answer = readLine(), ["y", "yes"].contains(answer.lowercased()) else { return "\(id) stays" }
      }
      if record.isDeleted != true { _ = try await session.send(Files.trash(id)) }
      _ = try await session.send(Files.permanentlyDelete(id))
      return "deleted \(id)"
    }
  }
}
