package import Arguments

/// The tables of `figlint download` and `figlint image`.
package enum DownloadTable {
  package static let file = Positional<String>(
    "FID", help: "The file: its id, such as 'ada:10', or the address of its page.")
  package static let shareKey = Option<String?>(
    "share-key-file", value: "FILE", help: "The file with the key of a secret file of somebody else.",
    complete: .files())
  package static let references = Flag("references", help: "Leave the references to columns in a figure as they are.")
  package static let output = Option<String?>(
    "output", short: "o", value: "FILE", help: "Write to FILE instead of standard output.", complete: .files("json"))

  package static func command(_ action: @escaping Command.Action) -> Command {
    Command(
      "download", summary: "Fetches a figure with its data, or a grid, from a Chart Studio server.",
      discussion: [StudioOptions.exitCodes], positionals: [file.shape],
      options: [OptionGroup("File", output.shape, references.shape, shareKey.shape), StudioOptions.group],
      examples: [.init("figlint download ada:10 -o fig.json", "Fetch a figure.")], action: action)
  }

  // MARK: - Pictures

  package static let figure = Positional<String>(
    "FIGURE", help: "The figure: a file, or '-' for standard input.", complete: .files("json"))
  package static let picture = Option<String>(
    "output", short: "o", value: "FILE", help: "The picture; its ending says the format.",
    complete: .files("png", "jpeg", "svg", "pdf", "eps", "webp"))
  package static let format = Option<PictureFormat?>(
    "format", value: "FORMAT", help: "The format, where the ending of the file does not say it.")
  package static let width = Option<Int?>("width", value: "PIXELS", in: 1...100_000, help: "In place of the layout's.")
  package static let height = Option<Int?>(
    "height", value: "PIXELS", in: 1...100_000, help: "In place of the layout's.")
  package static let scale = Option<Int?>(
    "scale", value: "N", in: 1...100, help: "N times as many pixels, for png and jpeg.")

  package static func pictureCommand(_ action: @escaping Command.Action) -> Command {
    Command(
      "image", summary: "Has a Chart Studio server draw a figure.",
      discussion: [
        "Nothing is stored on the server.", "\(StudioOptions.exitCodes) 1 means that the figure has errors.",
      ],
      positionals: [figure.shape],
      options: [
        OptionGroup("Picture", picture.shape, format.shape, width.shape, height.shape, scale.shape),
        OptionGroup("Check", UploadTable.target.shape, UploadTable.force.shape), StudioOptions.group,
      ],
      examples: [.init("figlint image fig.json -o fig.svg", "Draw a figure.")], action: action)
  }
}

/// What pictures a server makes.
package enum PictureFormat: String, ArgumentChoice {
  case png, jpeg, svg, pdf, eps, webp
}
