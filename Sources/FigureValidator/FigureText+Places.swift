package import Diagnostics
package import JSONCore

extension FigureText {
  /// From its first byte to behind its last; in between there may be other text.
  package var range: Range<Int> {
    switch self {
    case .whole(let range): range
    case .parts(let parts): (parts.first?.range.lowerBound ?? 0)..<(parts.last?.range.upperBound ?? 0)
    }
  }

  /// How many bytes of the input belong to it.
  package var length: Int {
    switch self {
    case .whole(let range): range.count
    case .parts(let parts): parts.reduce(0) { $0 + $1.range.count }
    }
  }

  /// Calls `body` with the index of each of `offsets`, which ascend, the path of the value or key at it from the root of the figure,
  /// and where the containers around it open (0-based bytes), outermost first; see ``PathFinder``.
  ///
  /// Of a figure in parts, no object of the text is the outermost one: its place is the end of the bytes.
  ///
  /// - Parameter values: what is known of the figure; of use only where it is one text.
  package func findPlaces(
    at offsets: [Int], in bytes: InputBytes, maximumDepth: Int, knowing values: KnownValues? = nil,
    _ body: (Int, [PathElement], [Int]) -> Void
  ) {
    switch self {
    case .whole(let range):
      PathFinder.findPlaces(
        at: offsets, in: bytes, range: range, maximumDepth: maximumDepth, knowing: values
      ) { index, place in
        body(index, place.path, place.containers)
      }
    case .parts(let parts):
      var first = 0
      for (index, part) in parts.enumerated() {
        // A place at the end of a part that breaks off belongs to it, too.
        let end = index + 1 < parts.count ? parts[index + 1].range.lowerBound : Int.max
        let inside = offsets[first...].prefix { $0 < end }
        let start = first
        first += inside.count
        guard !inside.isEmpty else { continue }
        PathFinder.findPlaces(at: Array(inside), in: bytes, range: part.range, maximumDepth: maximumDepth) {
          index, place in
          body(start + index, part.pathInFigure(place.path), [bytes.count] + place.containers)
        }
      }
    }
  }
}

extension FigurePart {
  /// The path from the root of the figure to a place, from its path in the part.
  fileprivate func pathInFigure(_ path: [PathElement]) -> [PathElement] {
    switch member {
    case .data: return [.key("data")] + path
    case .layout: return [.key("layout")] + path
    case .config: return [.key("config")] + path
    case .frames(let before):
      guard before > 0, case .index(let index)? = path.first else { return [.key("frames")] + path }
      return [.key("frames"), .index(before + index)] + path.dropFirst()
    }
  }
}
