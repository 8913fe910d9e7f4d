import PlotSchema
import SchemaCompiler
import SystemIO
import ValidationTree

/// Schemas in files.
enum SchemaFiles {
  /// Who needs more than these has another problem.
  private static let warningLimit = 20

  /// Reads a plot-schema.json or a snapshot.
  ///
  /// - Parameter version: the plotly.js version of a plot-schema, which does not tell it.
  static func read(_ path: String, version: String? = nil, _ console: borrowing Console) throws(Failure) -> SchemaModel
  {
    let bytes = try InputFile.bytes(path)
    do throws(SchemaError) {
      if SnapshotReader.isSnapshot(bytes) { return try SnapshotReader.read(bytes) }
      let (schema, warnings) = try SchemaReader.read(bytes, version: version)
      for warning in warnings.prefix(warningLimit) { console.warning("\(path): \(warning.description)") }
      if warnings.count > warningLimit {
        console.warning("\(path): \(warnings.count - warningLimit) more of this kind")
      }
      return schema
    } catch {
      throw Failure(
        message: "'\(path)' is no plot-schema: \(error.description)",
        help: "give the plot-schema.json of a plotly.js release, or a snapshot that figlint has written")
    }
  }

  /// The names of a path: `layout.annotations[0].text` is `layout`, `annotations`, `text`.
  static func names(ofPath text: String) -> [String] {
    text.split(separator: ".").map { part in String(part.prefix { $0 != "[" }) }
  }

  /// The version of a tree that a user names.
  static func version(_ text: String, of tree: ValidationTree) throws(Failure) -> VersionSet {
    do throws(TargetError) {
      return VersionSet(version: try TargetResolver(tree).index(of: text))
    } catch {
      throw Failure(
        message: "no schema of plotly.js '\(text)' is built in or was fetched",
        help: (error.nearest.map { "the nearest is \($0); " } ?? "") + "'figlint schema list' shows all")
    }
  }

  /// Writes to a file, which then appears whole, or to standard output for nil.
  static func write(_ bytes: [UInt8], to path: String?) throws(Failure) {
    do throws(FileError) {
      if let path { return try AtomicFile.write(bytes.span, to: path) }
      var output = BufferedOutput.standardOutput
      try output.write(bytes)
      try output.flush()
    } catch {
      guard error.reason != .readerWentAway else { return }
      throw Failure(message: error.message, help: error.help)
    }
  }
}
