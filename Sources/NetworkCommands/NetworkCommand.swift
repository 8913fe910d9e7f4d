package import Arguments

/// The commands that need a network: `figlint-studio` carries them out, and `figlint` starts it for them.
///
/// Both make them of the same tables, so that `figlint` knows their help, their completions and what is wrong with a command line
/// without starting anything. A new one is a case here with a table in a folder of its own, and an action in
/// `figlint-studio`.
package enum NetworkCommand: Sendable {
  case schemaFetch
  case upload
  case uploadGrid
  case download
  case image
  case api
  case files(FileGroupName, FileAction)

  /// Those that stand on the first level.
  ///
  /// - Parameter action: What each of them does in the program at hand.
  package static func topLevel(_ action: (NetworkCommand) -> Command.Action) -> [Command] {
    [
      UploadTable.command(action(.upload)), UploadTable.gridCommand(action(.uploadGrid)),
      DownloadTable.command(action(.download)), DownloadTable.pictureCommand(action(.image)),
      APITable.command(action(.api)),
    ] + FileGroupName.allCases.map { group in FileCommands.command(group) { action(.files(group, $0)) } }
  }

  /// Those below `figlint schema`.
  package static func schema(_ action: (NetworkCommand) -> Command.Action) -> [Command] {
    [SchemaFetchTable.command(action(.schemaFetch))]
  }
}
