import Arguments
import JSONCore
import SchemaCompiler
import ValidationTree

/// `figlint schema defaults`: the conditions under which plotly.js drops attributes, from what experiments found to the block
/// that figlint asks.
enum SchemaDefaultsCommand {
  private static let file = Positional<String>(
    "CONDITIONS", help: "Conditions as JSON or as text, or '-' for standard input.", complete: .files("txt"))
  private static let output = Option<String?>(
    "output", short: "o", value: "FILE", help: "Write to FILE instead of standard output.", complete: .files("table"))

  static var table: Command {
    Command(
      "defaults", summary: "Turns mined conditions into text, and text into the table that is built in.",
      positionals: [file.shape], options: [OptionGroup("Conditions", output.shape)],
      examples: [
        .init(
          "figlint schema defaults SchemaSnapshots/defaults-4.1.1.txt -o SchemaSnapshots/defaults.table",
          "Renew the table, after the tree.")
      ],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let bytes = try InputFile.bytes(parsed[file])
    let written: [UInt8]
    do throws(DefaultsError) {
      if bytes.first == UInt8(ascii: "{") {
        let model = try bytes.withInputBytes { input throws(DefaultsError) in try DefaultsModel(mined: input) }
        written = Array(model.text.utf8)
      } else {
        let model = try DefaultsModel(text: String(decoding: bytes, as: UTF8.self))
        written = try DefaultsWriter.block(model, for: .bundled)
      }
    } catch {
      let place = error.line > 0 ? ":\(error.line)" : ""
      throw Failure(message: "\(parsed[file])\(place): \(error.message)")
    }
    try SchemaFiles.write(written, to: parsed[output])
    return .clean
  }
}
