import Arguments
import SchemaCompiler
import ValidationTree

/// `figlint schema list`: the plotly.js versions that figures can be checked against.
enum SchemaListCommand {
  static var table: Command {
    Command(
      "list", summary: "Lists the plotly.js versions that are built in.",
      discussion: ["Any of them is a --target, and so are '4.1' and '4' for the newest of a line."],
      action: Program.action(run))
  }

  static func run(_ parsed: ParsedArguments, _ console: Console) throws(Failure) -> ExitCode {
    let tree = ValidationTree.bundled
    var text = "version   trace types  notes\n"
    for index in (0..<tree.versionCount).reversed() {
      let types = tree.edges(of: tree.traces).filter {
        tree.versions(of: $0).contains(VersionSet(version: index))
      }
      let name = tree.versionName(index)
      text += name + String(repeating: " ", count: max(1, 10 - name.count))
      text += String(types.count) + String(repeating: " ", count: 13 - String(types.count).count)
      text += notes(tree.traits(index)).joined(separator: ", ") + "\n"
    }
    return console.result(text)
  }

  private static func notes(_ traits: VersionTraits) -> [String] {
    var notes: [String] = []
    if traits.contains(.transforms) { notes.append("transforms") }
    if traits.contains(.typedArrays) { notes.append("typed arrays") }
    if traits.contains(.modernColours) { notes.append("strict colours") }
    return notes
  }
}
