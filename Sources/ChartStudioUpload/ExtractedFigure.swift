package import ChartStudio

/// A figure whose arrays were moved into columns: what is left of it, and the columns.
package struct ExtractedFigure: Sendable {
  /// In the order in which they stand in the grid.
  package let columns: [GridColumn]
  let pieces: [Piece]
  /// References in the figure that gave way to the arrays beside them.
  package let replacedReferences: Int

  /// A part of the figure's text.
  enum Piece: Sendable {
    case text([UInt8])
    /// The value of a `…src` attribute: a reference to these columns, by index.
    case reference([Int])
  }

  /// The figure with references to `grid`.
  ///
  /// - Parameter uids: the uids of the columns by their names.
  /// - Returns: Nil where a column has no uid.
  package func figure(grid: FileID?, uids: [String: String]) -> JSONText? {
    var bytes: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .text(let text): bytes += text
      case .reference(let indices):
        let found = indices.compactMap { uids[columns[$0].name] }
        guard let grid, found.count == indices.count, !found.isEmpty else { return nil }
        bytes += JSONText.string(SourceReference(grid: grid, columns: found).description).bytes
      }
    }
    return JSONText(trusted: bytes)
  }
}
