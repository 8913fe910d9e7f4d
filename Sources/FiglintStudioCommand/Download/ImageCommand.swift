import Arguments
import ChartStudio
import ChartStudioUpload
import Figlint
import JSONCore
import NetworkCommands

/// `figlint image`: a picture of a figure, drawn by the server.
enum ImageCommand {
  static func run(_ parsed: ParsedArguments, _ console: Console) async throws(Failure) -> ExitCode {
    let output = parsed[DownloadTable.picture]
    var options = Images.Options()
    options.format = try format(parsed, output).rawValue
    options.width = parsed[DownloadTable.width]
    options.height = parsed[DownloadTable.height]
    options.scale = parsed[DownloadTable.scale].map(Double.init)
    if options.scale != nil, options.format != "png", options.format != "jpeg" {
      console.warning("--scale does nothing for \(options.format ?? "")")
    }
    let gate = try UploadGate(parsed)
    let session = try StudioSession(parsed, console, needsUser: true)
    let file = parsed[DownloadTable.figure]
    let bytes = try InputFile.bytes(file)
    let report = gate.checker.check(bytes, name: file)
    FindingsText.show(report.findings, in: file, console)
    guard report.isClean || gate.isForced else { throw Failure(UploadRefusal.findings(report), of: file) }
    let image = try await session.send(Images.create(try drawable(bytes, file), options))
    return try InputFile.write(image.bytes, to: output, console)
  }

  private static func format(_ parsed: ParsedArguments, _ output: String) throws(Failure) -> PictureFormat {
    if let format = parsed[DownloadTable.format] { return format }
    let ending = output.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard let format = PictureFormat(rawValue: ending == "jpg" ? "jpeg" : ending) else {
      throw Failure(
        message: "'\(output)' does not say the format of the picture",
        help: "end it in .png, .jpeg, .svg, .pdf, .eps or .webp, or give --format")
    }
    return format
  }

  /// The figure as the service takes it for drawing: it wants data and layout both.
  private static func drawable(_ bytes: [UInt8], _ file: String) throws(Failure) -> JSONText {
    try bytes.withInputBytes { bytes throws(Failure) in
      guard bytes.count <= JSONTape.maximumLength, let tape = try? JSONTape(bytes), tape.kind(0) == .object else {
        throw Failure(message: "'\(file)' is no figure", help: "a figure is an object with 'data' and 'layout'")
      }
      let figure = JSONView(tape)
      let isComplete = figure["data"]?.kind == .array && figure["layout"]?.kind == .object
      let text = JSONCleaner.cleaned(tape)
      guard !isComplete else { return text }
      return text.withView { view in
        .object([
          ("data", view["data"].flatMap { $0.kind == .array ? $0.text : nil } ?? []),
          ("layout", view["layout"].flatMap { $0.kind == .object ? $0.text : nil } ?? [:]),
        ])
      }
    }
  }
}
