import Arguments
import CommandCore
import Diagnostics
import FigureValidator
import JSONCore
import SystemIO

/// `--grid`: the grids that references of figures are looked up in.
enum GridFiles {
  /// Reads files, and the JSON files of folders that are grids.
  ///
  /// - Returns: nil if none are named.
  static func read(_ paths: [String], maximumDepth: Int) throws(Failure) -> GridCollection? {
    guard !paths.isEmpty else { return nil }
    var grids = GridCollection()
    var reader = FileReader()
    for path in paths {
      guard DirectoryWalk.isDirectory(path) else {
        guard try add(path, to: &grids, &reader, maximumDepth) else {
          throw Failure(
            message: "--grid: '\(path)' is no grid",
            help: "a grid is {\"cols\": {name: {\"data\": […], \"uid\": \"4b1f0c\"}}}")
        }
        continue
      }
      var walk = DirectoryWalk(path, DirectoryWalk.Options { $0.hasSuffix(".json") })
      while let found = walk.next() {
        switch found {
        case .success(let file): _ = try add(file, to: &grids, &reader, maximumDepth)
        case .failure(let error): throw Failure(message: "--grid: " + error.message, help: error.help)
        }
      }
    }
    return grids
  }

  /// Returns whether the file is a grid.
  private static func add(
    _ path: String, to grids: inout GridCollection, _ reader: inout FileReader, _ maximumDepth: Int
  ) throws(Failure) -> Bool {
    do throws(FileError) {
      try reader.read(path)
    } catch {
      throw Failure(message: "--grid: " + error.message, help: error.help)
    }
    return reader.withBytes { span, pages in
      let lender = pages.map { pages in InputLender { pages.drop($0) } }
      return span.withInputBytes(from: lender) { bytes in
        // What is wrong with a grid is told when it is checked itself.
        var walker = GridWalker(bytes, range: 0..<bytes.count, rules: [], maximumDepth: maximumDepth)
        walker.walk()
        guard walker.root.hasColumns else { return false }
        grids.add(
          walker.contents, in: bytes, fileID: walker.contents.fileID ?? FileIDText.fileID(ofFileNamed: path),
          label: path)
        return true
      }
    }
  }
}
