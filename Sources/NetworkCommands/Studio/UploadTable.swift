package import Arguments

/// Who can see what is stored.
package enum SharingChoice: String, ArgumentChoice {
  case `public`
  case `private`
  case secret
}

/// The tables of `figlint upload` and `figlint upload-grid`.
package enum UploadTable {
  package static let figures = Positional<[String]>(
    "FIGURE", minimum: 1, help: "Figures, and folders of figures; '-' reads standard input.", complete: .files("json"))
  package static let grid = Positional<String>(
    "GRID", help: "The grid: a file, or '-' for standard input.", complete: .files("json"))

  // MARK: Place

  package static let name = Option<String?>(
    "name", value: "NAME", help: "What it is called on the server. Default: the name of the file without '.json'.")
  package static let folder = Option<String>(
    "folder", value: "PATH", default: "", help: "The folder on the server; it is made if it is not there.")
  package static let new = Flag("new", help: "Where the name is taken, store beside it under a free name.")
  package static let overwrite = Flag(
    "overwrite",
    help:
      "Where the name is taken, update the files in place: addresses and uids of columns stay, so that other plots do.")
  package static let sharing = Option<SharingChoice?>(
    "sharing", value: "MODE", help: "Who can see it. Default: what ~/.plotly/.config says, or else private.")
  package static let metadata = Option<String?>(
    "metadata", value: "FILE", help: "Attach the JSON in FILE to the grid; it is checked, too.",
    complete: .files("json"))

  // MARK: Check

  package static let target = Option<[String]>(
    "target", value: "VERSION", separator: ",", default: ["chart-studio"],
    help: "The plotly.js versions that figures must be right for.")
  package static let force = Flag("force", help: "Send what has errors, too.")

  // MARK: Run

  package static let dryRun = Flag("dry-run", help: "Say what would be done, and send nothing.")
  package static let json = Flag("json", help: "Print one JSON object for each input.")
  package static let jobs = Option<Int>(
    "jobs", short: "j", value: "N", in: 1...32, default: 4, help: "Store N figures at a time.")
  package static let noJournal = Flag(
    "no-journal", help: "Keep no journal: an upload that is interrupted is only told by its content.")
  package static let noProgress = Flag("no-progress", help: "Show no progress on a terminal.")

  private static var existing: [ArgumentShape] { [new.shape, overwrite.shape] }
  private static let journal =
    "An upload that was interrupted is run again in the same way: it finishes the rest, and nothing is stored twice. What was done is kept in $XDG_STATE_HOME/figlint/uploads, or else in ~/.local/state/figlint/uploads."

  package static func command(_ action: @escaping Command.Action) -> Command {
    Command(
      "upload", summary: "Checks figures and stores them on a Chart Studio server.",
      discussion: [
        "A figure, grid or metadata with errors are refused before a byte is sent. Arrays go into a grid beside the plot. Prints the address of each plot; findings go to standard error.",
        journal, "\(StudioOptions.exitCodes) 1 means that a figure has errors.",
      ],
      positionals: [figures.shape],
      options: [
        OptionGroup("Place", name.shape, folder.shape, new.shape, overwrite.shape, sharing.shape, metadata.shape),
        OptionGroup("Check", target.shape, force.shape), StudioOptions.group,
        OptionGroup("Run", dryRun.shape, json.shape, jobs.shape, noJournal.shape, noProgress.shape),
      ],
      exclusive: [existing],
      examples: [
        .init("figlint upload fig.json --server https://plotly.example.com", "Store a figure."),
        .init("figlint upload figs/ --folder lab/2024 --sharing secret", "Store all figures of a folder."),
        .init("figlint upload fig.json --overwrite --dry-run", "Say what an update would do."),
      ],
      action: action)
  }

  package static func gridCommand(_ action: @escaping Command.Action) -> Command {
    Command(
      "upload-grid", summary: "Stores a grid of data on a Chart Studio server.",
      discussion: [
        #"A grid is {"cols": {"name": {"data": [1, 2], "order": 0}}}; its "metadata" are attached to it. A grid with errors is refused before a byte is sent. Prints the address of the grid; findings go to standard error."#,
        journal, "\(StudioOptions.exitCodes) 1 means that the grid or its metadata have errors.",
      ],
      positionals: [grid.shape],
      options: [
        OptionGroup("Place", name.shape, folder.shape, new.shape, overwrite.shape, sharing.shape, metadata.shape),
        OptionGroup("Check", force.shape), StudioOptions.group,
        OptionGroup("Run", dryRun.shape, json.shape, noJournal.shape),
      ],
      exclusive: [existing],
      examples: [.init("figlint upload-grid run7.json --metadata settings.json", "Store a grid with its settings.")],
      action: action)
  }
}
