package import PlotSchema
import SchemaCompiler
package import SystemIO
package import ValidationTree

/// A schema as it was received: understood and compiled, so that it can be kept.
package struct ReceivedSchema: Sendable {
  package let name: VersionName
  package let schema: SchemaModel
  package let tree: ValidationTree
  package let byteCount: Int
  package let sha256: SHA256
  /// What was passed over, in words.
  package let warnings: [String]

  /// - Parameters:
  ///   - bytes: A plot-schema.json, the answer of a Chart Studio server with one inside, or a snapshot.
  ///   - name: What it is called as a target.
  ///   - pin: The hash that it must have.
  /// - Complexity: O(length), some milliseconds for a megabyte.
  package init(_ bytes: [UInt8], named name: VersionName, pin: SHA256?) throws(SchemaRefusal) {
    let sha256 = SHA256(of: bytes)
    if let pin, pin != sha256 { throw .wrongHash(expected: pin, received: sha256) }
    var warnings: [String] = []
    let schema: SchemaModel
    do throws(SchemaError) {
      if SnapshotReader.isSnapshot(bytes) {
        schema = try SnapshotReader.read(bytes)
      } else {
        let read = try SchemaReader.read(bytes, version: name.description)
        schema = read.schema
        warnings = read.warnings.map(\.description)
      }
    } catch {
      throw SchemaRefusal.isMarkup(bytes) ? .markup : .notSchema(error)
    }
    do throws(CompileError) {
      let output = try TreeCompiler.compile([TreeCompiler.Input(name: name.description, schema: schema)])
      tree = TreeCompiler.open(output)
      warnings += output.warnings
    } catch {
      throw .notUsable(error.description)
    }
    self.name = name
    self.schema = schema
    self.sha256 = sha256
    self.warnings = warnings
    byteCount = bytes.count
  }
}

/// Why a schema is not taken.
package enum SchemaRefusal: Error, Equatable, Sendable, CustomStringConvertible {
  case wrongHash(expected: SHA256, received: SHA256)
  /// HTML or XML, such as the page of a proxy.
  case markup
  case notSchema(SchemaError)
  case notUsable(String)

  /// What is wrong, as the end of a sentence about where it comes from.
  package var description: String {
    switch self {
    case .wrongHash(_, let received): "has the SHA-256 \(received), which is not the one given"
    case .markup: "is a page for people (HTML or XML), no plot-schema"
    case .notSchema(let error): "is no plot-schema: \(error.description)"
    case .notUsable(let text): "cannot be used: \(text)"
    }
  }

  static func isMarkup(_ bytes: [UInt8]) -> Bool {
    bytes.first { !" \t\r\n\u{FEFF}".utf8.contains($0) } == UInt8(ascii: "<")
  }
}

extension SchemaCache {
  /// Keeps a schema in place of what was there under its name.
  ///
  /// - Returns: What is known of it from now on.
  @discardableResult
  package func keep(
    _ received: ReceivedSchema, from origin: SchemaOrigin, validators: VersionRecord.Validators = .init()
  ) throws(FileError) -> VersionRecord {
    let snapshot = SnapshotWriter.write(received.schema)
    let record = VersionRecord(
      name: received.name, origin: origin, validators: validators, byteCount: received.byteCount,
      sha256: received.sha256, snapshot: SHA256(of: snapshot), received: Environment.secondsSince1970)
    try keep(snapshot, received.tree, record)
    return record
  }
}
