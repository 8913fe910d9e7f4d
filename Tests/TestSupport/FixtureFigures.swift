import Foundation

/// The figures in `Tests/Fixtures/Figures`.
package enum FixtureFigures {
  /// Reads the figures in `right` or `broken`, by name.
  package static func read(_ folder: String) throws -> [(name: String, text: [UInt8])] {
    let place = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/Figures/\(folder)")
    return try FileManager.default.contentsOfDirectory(atPath: place.path()).filter { $0.hasSuffix(".json") }.sorted()
      .map { ($0, Array(try Data(contentsOf: place.appending(path: $0)))) }
  }
}
