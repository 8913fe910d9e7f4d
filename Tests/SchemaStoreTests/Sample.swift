import JSONCore
import PlotSchema
import SchemaCompiler
import TestSupport
import ValidationTree

@testable import SchemaStore

/// Small schemas, and what is known of them.
enum Sample {
  /// The text of a schema whose trace type `dot` has an attribute called `name`.
  static func text(_ name: String) -> [UInt8] {
    Array(
      (#"{"traces":{"dot":{"attributes":{"\#(name)":{"valType":"number"}}}},"layout":{"layoutAttributes":{}},"#
        + #""frames":{"items":{"frame":{}}},"config":{},"animation":{}}"#).utf8)
  }

  static func schema(_ name: String = "size") throws -> SchemaModel {
    try SchemaReader.read(text(name), version: nil).schema
  }

  static func tree(_ name: String = "size", version: String = "4.2.0") throws -> ValidationTree {
    try TreeCompiler.tree([TreeCompiler.Input(name: version, schema: schema(name))])
  }

  /// A record of a snapshot.
  static func record(
    _ name: VersionName, snapshot: SHA256 = SHA256(of: []), validators: VersionRecord.Validators = .init()
  ) -> VersionRecord {
    VersionRecord(
      name: name,
      origin: SchemaOrigin(.url, "https://example.com/…", fullPlace: "https://example.com/?token=secret"),
      validators: validators, byteCount: 1234, sha256: SHA256(of: [1]), snapshot: snapshot, received: 1_785_585_600)
  }
}

extension ContentKey {
  /// The key of a text in an array.
  init(of text: [UInt8], named name: String, maker: UInt64) {
    self = text.withInputBytes { ContentKey(of: $0, named: name, maker: maker) }
  }
}

extension SchemaCache {
  /// A cache in a directory for one test.
  init(_ directory: TemporaryDirectory) { self.init(folder: directory.path + "/figlint", program: "test 1") }

  /// The tree of a text in an array.
  func tree(of text: [UInt8], named name: String, orMake make: () throws -> ValidationTree) throws -> Answer {
    try text.withInputBytes { try tree(of: $0, named: name, orMake: make) }
  }

  /// Keeps a small schema as a version.
  @discardableResult
  func keep(_ version: String, attribute: String = "size") throws -> VersionRecord {
    guard let name = VersionName(version) else { throw CacheNotice.damaged(path: version) }
    let snapshot = SnapshotWriter.write(try Sample.schema(attribute))
    let record = Sample.record(name, snapshot: SHA256(of: snapshot))
    try keep(snapshot, Sample.tree(attribute, version: version), record)
    return record
  }
}
