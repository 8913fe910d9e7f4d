import Foundation
import PlotSchema
import SchemaCompiler

/// The files that the tests read.
enum Files {
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let snapshotFolder = package.appending(path: "SchemaSnapshots")

  /// The committed snapshots by version.
  static func snapshots() throws -> [(version: String, bytes: [UInt8])] {
    let names = try FileManager.default.contentsOfDirectory(atPath: snapshotFolder.path).filter {
      $0.hasSuffix(".json")
    }
    return try names.sorted().map { name in
      (String(name.dropLast(5)), Array(try Data(contentsOf: snapshotFolder.appending(path: name))))
    }
  }

  static func bundledTree() throws -> [UInt8] {
    Array(try Data(contentsOf: snapshotFolder.appending(path: "bundled.tree")))
  }

  /// Original plot-schemas beside the repository, which are not part of it; empty where there are none.
  static func originals() -> [(version: String, file: URL)] {
    let folder = package.deletingLastPathComponent().appending(path: "shared/plot-schema")
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
    return names.sorted().compactMap { name in
      guard name.hasPrefix("plot-schema-") else { return nil }
      let version = name.dropFirst("plot-schema-".count).replacingOccurrences(of: ".gz", with: "")
      return (String(version.dropLast(".json".count)), folder.appending(path: name))
    }
  }

  /// The bytes of a file, decompressed if its name says that it is compressed.
  static func content(of file: URL) throws -> [UInt8] {
    guard file.pathExtension == "gz" else { return Array(try Data(contentsOf: file)) }
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", file.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let bytes = Array(try pipe.fileHandleForReading.readToEnd() ?? Data())
    process.waitUntilExit()
    return bytes
  }
}
