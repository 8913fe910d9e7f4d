package import JSONCore

/// Reads a Jupyter notebook (nbformat 4) and stops at each of its plotly figures: the outputs with
/// `application/vnd.plotly.v1+json`, which Python writes and JupyterLab draws.
///
/// One pass: whoever is shown a figure reads it and says where it ends. Figures in other clothes are renderings of the same ones
/// (`text/html`), the state of a live widget, or nobody's claim to be figures (`application/json`): they are passed.
package struct NotebookReader {
  /// Where an output is. 0-based.
  package struct Place: Hashable, Sendable {
    package let cell: Int
    package let output: Int
  }

  /// How the reading ended.
  package enum Ending: Equatable, Sendable {
    case whole
    /// JSON, but no object with a list of `cells` or, in notebooks before nbformat 4, of `worksheets`.
    case notNotebook(ValueKind)
    case broken(ScanError)
    /// The text broke within a figure: whoever reads that has seen it.
    case brokenInFigure
  }

  private enum Stop: Error {
    case text(ScanError)
    case figure
  }

  private var scanner: JSONScanner
  private var cell = 0
  private var isNotebook = false

  private init(_ bytes: InputBytes, maximumDepth: Int) {
    scanner = JSONScanner(bytes, range: 0..<bytes.count, maximumDepth: maximumDepth)
  }

  /// Reads a notebook. O(length).
  ///
  /// - Parameter visit: Is given the place of a figure and the offset (0-based byte) at which its value begins or white space
  ///   before it, and returns the offset behind it; nil if the text breaks in it.
  package static func read(
    _ bytes: InputBytes, maximumDepth: Int = JSONScanner.defaultMaximumDepth, _ visit: (Place, Int) -> Int?
  ) -> Ending {
    var reader = NotebookReader(bytes, maximumDepth: maximumDepth)
    do throws(Stop) {
      return try reader.readNotebook(visit)
    } catch {
      switch error {
      case .text(let error): return .broken(error)
      case .figure: return .brokenInFigure
      }
    }
  }

  private mutating func readNotebook(_ visit: (Place, Int) -> Int?) throws(Stop) -> Ending {
    scanner.passByteOrderMark()
    let isObject = scanner.peek() == UInt8(ascii: "{")
    var kind = ValueKind.object
    if isObject {
      try forEachMember { (key, reader) throws(Stop) in
        let isList = reader.scanner.peek() == UInt8(ascii: "[")
        if isList, key.hasText("cells", reader.scanner.bytes) {
          reader.isNotebook = true
          try reader.readCells(visit)
        } else {
          if isList, key.hasText("worksheets", reader.scanner.bytes) { reader.isNotebook = true }
          try reader.skipValue()
        }
      }
    } else {
      kind = try skipValue()
    }
    try text { (scanner) throws(ScanError) in try scanner.expectEnd() }
    return isNotebook ? .whole : .notNotebook(kind)
  }

  private mutating func readCells(_ visit: (Place, Int) -> Int?) throws(Stop) {
    try forEachElement { (index, reader) throws(Stop) in
      reader.cell = index
      try reader.forEachMember { (key, reader) throws(Stop) in
        guard key.hasText("outputs", reader.scanner.bytes), reader.scanner.peek() == UInt8(ascii: "[") else {
          try reader.skipValue()
          return
        }
        try reader.forEachElement { (output, reader) throws(Stop) in
          try reader.readOutput(Place(cell: reader.cell, output: output), visit)
        }
      }
    }
  }

  private mutating func readOutput(_ place: Place, _ visit: (Place, Int) -> Int?) throws(Stop) {
    try forEachMember { (key, reader) throws(Stop) in
      guard key.hasText("data", reader.scanner.bytes) else {
        try reader.skipValue()
        return
      }
      try reader.forEachMember { (mediaType, reader) throws(Stop) in
        guard mediaType.hasText("application/vnd.plotly.v1+json", reader.scanner.bytes) else {
          try reader.skipValue()
          return
        }
        guard let end = visit(place, reader.scanner.position) else { throw .figure }
        reader.scanner.position = end
      }
    }
  }

  // MARK: - Containers

  /// Calls `body` before the value of each member, which it must pass. Passes a value that is no object.
  private mutating func forEachMember(_ body: (KeyToken, inout NotebookReader) throws(Stop) -> Void) throws(Stop) {
    guard scanner.peek() == UInt8(ascii: "{") else {
      try skipValue()
      return
    }
    try text { (scanner) throws(ScanError) in try scanner.openObject() }
    var isFirst = true
    while let key = try text({ (scanner) throws(ScanError) in try scanner.nextUnloggedKey(&isFirst) }) {
      try body(key, &self)
    }
  }

  /// Calls `body` with the index of each element before it, which it must pass.
  private mutating func forEachElement(_ body: (Int, inout NotebookReader) throws(Stop) -> Void) throws(Stop) {
    try text { (scanner) throws(ScanError) in try scanner.openArray() }
    var isFirst = true
    var index = 0
    while try text({ (scanner) throws(ScanError) in try scanner.nextElement(&isFirst) }) {
      try body(index, &self)
      index += 1
    }
  }

  @discardableResult
  private mutating func skipValue() throws(Stop) -> ValueKind {
    try text { (scanner) throws(ScanError) in try scanner.skipValue() }
  }

  /// Turns the scanner's errors into those of the reader.
  private mutating func text<R>(_ body: (inout JSONScanner) throws(ScanError) -> R) throws(Stop) -> R {
    do throws(ScanError) {
      return try body(&scanner)
    } catch {
      throw .text(error)
    }
  }
}
