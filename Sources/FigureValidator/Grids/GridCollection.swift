package import JSONCore

/// The grids that a figure is checked with: what its references are looked up in. No cells are kept.
package struct GridCollection: Sendable {
  package struct Column: Sendable, Equatable {
    package let name: String
    /// How many cells it has; nil where the grid did not come with its cells.
    package let rows: Int?
    /// Whether all cells that are no `null` are strings.
    package let isText: Bool
    /// The trace that the name says it was taken from; nil for any other name.
    package let trace: Int?
  }

  package struct Grid: Sendable {
    /// `ada:85`; nil where neither the text nor the name of the file tells.
    package var fileID: String?
    /// What the grid is called in messages: its id or the name of its file.
    package let label: String
    /// By uid.
    package let columns: [String: Column]
    package let isWorldReadable: Bool?
  }

  package private(set) var grids: [Grid] = []

  package init() {}

  /// Adds what the walk of a grid's text found.
  ///
  /// - Parameters:
  ///   - fileID: the grid's id, where somebody knows it better than the text.
  ///   - label: what to call the grid where its id is not known.
  package mutating func add(_ contents: GridContents, in bytes: InputBytes, fileID: String?, label: String) {
    var columns: [String: Column] = [:]
    for column in contents.columns where !column.uid.isEmpty {
      let name = column.name.map { StringText.string(bytes, $0) } ?? ""
      columns[column.uid] = Column(
        name: name, rows: column.rows, isText: column.isText,
        trace: column.name.flatMap { ExtractedPath.trace(bytes, $0) })
    }
    let fileID = fileID ?? contents.fileID
    grids.append(
      Grid(
        fileID: fileID, label: fileID ?? label, columns: columns, isWorldReadable: contents.isWorldReadable))
  }

  /// The grid with this id; where a single grid was given without one, that.
  package func grid(_ fileID: String) -> Grid? {
    if let found = grids.first(where: { $0.fileID == fileID }) { return found }
    guard grids.count == 1, let only = grids.first, only.fileID == nil else { return nil }
    return only
  }
}

extension FileIDText {
  /// The id that the name of a file tells: `ada:85.json`, or where names may hold no colon `ada-85.json` or `ada_85.json`; nil for other
  /// names.
  package static func fileID(ofFileNamed name: String) -> String? {
    let last = name.split(separator: "/").last ?? ""
    let stem = last.hasSuffix(".json") ? last.dropLast(5) : last
    if isFileID(stem) { return String(stem) }
    guard let sign = stem.lastIndex(where: { $0 == "-" || $0 == "_" || $0 == "~" }) else { return nil }
    let id = "\(stem[..<sign]):\(stem[stem.index(after: sign)...])"
    return isFileID(id) ? id : nil
  }
}
