import Arguments
import PlotSchema
import SchemaCompiler
import SystemIO

/// `figlint schema compile`: schemas to the tree that figures are checked against.
enum SchemaCompileCommand {
  private static let inputs = Positional<[String]>(
    "SCHEMA", minimum: 1, help: "Snapshots and plot-schema.json files, or directories of snapshots.",
    complete: .files("json"))
  private static let output = Option<String?>(
    "output", short: "o", value: "FILE", help: "Write to FILE instead of standard output.", complete: .files("tree"))

  static var table: Command {
    Command(
      "compile", summary: "Compiles schemas of several versions to one tree.",
      positionals: [inputs.shape], options: [OptionGroup("Tree", output.shape)],
      examples: [
        .init(
          "figlint schema compile SchemaSnapshots -o SchemaSnapshots/bundled.tree",
          "Renew the tree that is built into figlint.")
      ],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    var schemas: [TreeCompiler.Input] = []
    for path in try files(parsed[inputs]) {
      schemas.append(TreeCompiler.Input(try SchemaFiles.read(path, console), orNamed: path))
    }
    let tree: TreeCompiler.Output
    do throws(CompileError) {
      tree = try TreeCompiler.compile(schemas)
    } catch {
      throw Failure(message: error.description)
    }
    for warning in tree.warnings { console.warning(warning) }
    try SchemaFiles.write(tree.block, to: parsed[output])
    return .clean
  }

  /// The files that the arguments name, those of directories included.
  private static func files(_ paths: [String]) throws(Failure) -> [String] {
    var files: [String] = []
    for path in paths {
      guard DirectoryWalk.isDirectory(path) else {
        files.append(path)
        continue
      }
      for found in DirectoryWalk(path, DirectoryWalk.Options { $0.hasSuffix(".json") }) {
        switch found {
        case .success(let file): files.append(file)
        case .failure(let error): throw Failure(message: error.message, help: error.help)
        }
      }
    }
    return files
  }
}
