import PlotSchema
import SchemaCompiler
import SchemaHistory
import ValidationTree

/// A schema that a user names: a version that is built in or was fetched, or a file.
enum SchemaArgument {
  /// What options and positionals take, as help says it.
  static let help = "a plotly.js version ('4.1.1', '4', 'latest'), or the path of a plot-schema.json or a snapshot"

  /// The schema called `text`. Everything that looks like a path is one.
  static func read(_ text: String, _ console: Console) throws(Failure) -> SchemaVersion {
    let tree = ValidationTree.bundled
    guard text.contains("/") || text.hasSuffix(".json") || text == "-" else {
      if (try? TargetResolver(tree).index(of: text)) == nil, let fetched = try FetchedVersion.tree(text, console) {
        return SchemaVersion(fetched, 0)
      }
      return SchemaVersion(tree, try SchemaFiles.version(text, of: tree).newest ?? 0)
    }
    let schema = try SchemaFiles.read(text, console)
    do throws(CompileError) {
      // Called by the file, too, if it knows its version: whoever compares a file wants to see it as one.
      return SchemaVersion(try TreeCompiler.tree([TreeCompiler.Input(schema, orNamed: text)]), 0)
    } catch {
      throw Failure(message: "'\(text)' cannot be used: \(error.description)")
    }
  }
}
