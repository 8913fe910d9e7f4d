import Arguments
import Configuration
import JSONCore
import SystemIO

/// `figlint init`: gets a project started.
enum InitCommand {
  private static let gitHook = Flag(
    "git-hook", help: "Install a git hook that checks what is staged, before each commit.")
  private static let schema = Flag(
    "schema", help: "Print the JSON Schema of figlint.json, for editors.")
  private static let output = Option<String?>(
    "output", short: "o", value: "FILE", help: "Write to FILE, and not to the usual place.", complete: .files())
  private static let force = Flag("force", help: "Replace a file that is there.")

  static var table: Command {
    Command(
      "init", summary: "Writes a figlint.json with comments, or installs a git hook.",
      options: [OptionGroup("Options", gitHook.shape, schema.shape, output.shape, force.shape)],
      exclusive: [[gitHook.shape, schema.shape]],
      examples: [
        .init("figlint init", "Write figlint.json into this directory."),
        .init("figlint init --git-hook", "Check the figures of every commit."),
        .init("figlint init --schema -o figlint.schema.json", "Let an editor complete figlint.json."),
      ],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    if parsed[schema] {
      guard let path = parsed[output] else { return console.result(ConfigurationSchema.text()) }
      return try write(ConfigurationSchema.text(), to: path, parsed, console)
    }
    if parsed[gitHook] { return try installHook(parsed, console) }
    let path = parsed[output] ?? ConfigurationSearch.names[0]
    if parsed[output] == nil {
      for name in ConfigurationSearch.names.dropFirst() where PathLookup.exists(name) && !parsed[force] {
        throw Failure(
          message: "there is a configuration here already: '\(name)'", help: "--force writes \(path), which then wins")
      }
    }
    return try write(ConfigurationTemplate.text(), to: path, parsed, console)
  }

  // MARK: - Files

  private static func write(
    _ text: String, to path: String, _ parsed: ParsedArguments, _ console: Console
  ) throws(Failure) -> ExitCode {
    if !parsed[force], PathLookup.exists(path), PathLookup.isFile(path) {
      throw Failure(message: "'\(path)' is there already", help: "--force replaces it, --output FILE writes elsewhere")
    }
    do throws(FileError) {
      try AtomicFile.write(Array(text.utf8).span, to: path)
    } catch {
      throw Failure(message: error.message, help: error.help)
    }
    console.note("wrote \(TextEscaping.escaped(path))")
    return .clean
  }

  // MARK: - Hook

  private static func installHook(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let path: String
    if let named = parsed[output] { path = named } else { path = try hooksDirectory() + "/pre-commit" }
    let isFree = try parsed[force] ? true : !PathLookup.exists(path) ? true : isOurs(path)
    guard isFree else {
      throw Failure(
        message: "there is a pre-commit hook already: '\(path)'",
        help: "'figlint init --git-hook --output FILE' writes figlint's to another file, which yours can call")
    }
    do throws(FileError) {
      if parsed[output] == nil { try Directory(PathLookup.directory(of: path)).make() }
      try AtomicFile.write(Array(GitHook.text.utf8).span, to: path)
      try PathLookup.makeExecutable(path)
    } catch {
      throw Failure(message: error.message, help: error.help)
    }
    console.note("wrote \(TextEscaping.escaped(path)): it checks the figures of every commit")
    return .clean
  }

  /// Where git looks for hooks, `core.hooksPath` included.
  private static func hooksDirectory() throws(Failure) -> String {
    guard let answer = ShellLine.output(of: "git rev-parse --git-path hooks"), answer.status == 0,
      answer.text.last == UInt8(ascii: "\n")
    else {
      throw Failure(
        message: "no git repository was found here",
        help: "go into one ('git init' makes it), or name a file: --output FILE")
    }
    let path = String(decoding: answer.text.dropLast(), as: UTF8.self)
    return PathLookup.absolute(path) ?? path
  }

  private static func isOurs(_ path: String) throws(Failure) -> Bool {
    var reader = FileReader()
    do throws(FileError) {
      try reader.read(path)
    } catch {
      throw Failure(message: error.message, help: error.help)
    }
    return reader.withBytes { String(decoding: Array(copying: $0), as: UTF8.self) }.contains(GitHook.signature)
  }
}
