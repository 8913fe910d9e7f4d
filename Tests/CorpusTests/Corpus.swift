import Foundation
import TestSupport

/// The public corpus beside the package (`../shared/corpus`), which no clone has: tests that need it skip themselves.
enum Corpus {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/corpus")

  static let isHere = FileManager.default.fileExists(atPath: folder.appending(path: "figures").path())

  /// Figures beyond this many bytes are left out: in a debug build they would take minutes.
  static var maximumSize: Int {
    #if DEBUG
      60_000
    #else
      .max
    #endif
  }

  /// A part of the corpus: its figures and what plotly.js says about them.
  struct Part {
    let folder: URL

    static let plotly = Part(folder: Corpus.folder)
    static let python = Part(folder: Corpus.folder.appending(path: "python"))

    /// The text of a figure; nil where it is too large for this build.
    func figure(_ name: String) throws -> [UInt8]? {
      let text = Array(try Data(contentsOf: folder.appending(path: "figures/\(name)")))
      return text.count <= maximumSize ? text : nil
    }

    /// The names of all figures, in order.
    func figureNames() throws -> [String] {
      try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "figures").path()).sorted()
    }

    /// The rows of a file of expectations, one JSON object a line.
    func rows(_ name: String) throws -> [TextTree] {
      let text = Array(try Data(contentsOf: folder.appending(path: "expected/\(name)")))
      return text.split(separator: UInt8(ascii: "\n")).compactMap { TextTree(Array($0)) }
    }
  }
}
