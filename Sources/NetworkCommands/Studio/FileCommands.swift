package import Arguments

/// The groups that have short commands.
package enum FileGroupName: String, CaseIterable, Sendable {
  case files, folders, grids, plots

  var noun: String { self == .files ? "file" : String(rawValue.dropLast()) }
}

/// What the short commands do.
package enum FileAction: String, CaseIterable, Sendable {
  case list, get, trash, restore, delete
}

/// The tables of `figlint files`, `folders`, `grids` and `plots`.
package enum FileCommands {
  package static let place = Positional<String?>(
    "FOLDER",
    help:
      "A folder by its id or path, or one of 'home', 'all', 'shared', 'starred' and 'trashed'. Default: 'home' for files, else 'all'."
  )
  package static let file = Positional<String>("FID", help: "The id, such as 'ada:10', or the address of the page.")
  package static let files = Positional<[String]>(
    "FID", minimum: 1, help: "Ids, such as 'ada:10', or addresses of pages.")
  package static let limit = Option<Int?>("limit", value: "N", in: 1...1_000_000, help: "At most N.")
  package static let json = Flag("json", help: "Print the records, a JSON object on each line.")
  package static let yes = Flag("yes", short: "y", help: "Do not ask.")

  package static func command(
    _ group: FileGroupName, _ action: (FileAction) -> Command.Action
  ) -> Command {
    let noun = group.noun
    let server = StudioOptions.group
    return Command(
      group.rawValue,
      summary: "Lists \(group.rawValue) on a Chart Studio server, and trashes, restores and deletes them.",
      commands: [
        Command(
          "list", summary: "Lists \(group.rawValue).",
          positionals: [place.shape],
          options: [OptionGroup("List", limit.shape, json.shape), server], action: action(.list)),
        Command(
          "get", summary: "Prints what the server tells about a \(noun), as JSON.", positionals: [file.shape],
          options: [server], action: action(.get)),
        Command(
          "trash", summary: "Moves \(group.rawValue) to the trash; 'restore' undoes it.", positionals: [files.shape],
          options: [server], action: action(.trash)),
        Command(
          "restore", summary: "Takes \(group.rawValue) out of the trash.", positionals: [files.shape],
          options: [server], action: action(.restore)),
        Command(
          "delete", summary: "Deletes \(group.rawValue) for good, after asking.", positionals: [files.shape],
          options: [OptionGroup("Delete", yes.shape), server], action: action(.delete)),
      ])
  }
}
