import ChartStudio
import JSONCore
import ValidationTree

/// Moves the arrays of a figure's traces into columns, as the Python client does: names are the paths of the attributes
/// (`data.0.marker.size`, `frames.2.data.0.y`), in the order of the text, traces before frames. Only attributes with a sibling
/// `…src` move; arrays in the layout and in arrays of objects stay, because the service follows no references there.
///
/// An array of arrays becomes a column for each of them (`data.0.z.0`, `data.0.z.1`), if there are at least two, and these hold
/// nothing but plain cells: one column would come back as a plain array. Any other nested array is one column with nested cells, as
/// the Python client makes it. Typed arrays (`{"dtype": …}`) stay: they are no arrays to the service.
struct ColumnExtractor {
  private let schema: SourceAttributes
  private var columns: [GridColumn] = []
  private var pieces: [ExtractedFigure.Piece] = []
  private var text: [UInt8] = []
  private var replacedReferences = 0

  private init(_ schema: SourceAttributes) { self.schema = schema }

  /// - Parameter figure: the root of a figure; of keys that come twice the last one counts.
  /// - Complexity: O(length).
  static func extract(_ figure: JSONView) -> ExtractedFigure {
    var extractor = ColumnExtractor(SourceAttributes())
    extractor.figure(figure)
    extractor.endText()
    return ExtractedFigure(
      columns: extractor.columns, pieces: extractor.pieces, replacedReferences: extractor.replacedReferences)
  }

  // MARK: - Figure

  private mutating func figure(_ figure: JSONView) {
    guard let members = figure.members else { return copy(figure) }
    let data = members.filter { $0.name == "data" }
    let types = data.first?.value.elements.map { $0.map { $0["type"]?.string ?? "scatter" } } ?? []
    object(data + members.filter { $0.name != "data" }) { extractor, name, value in
      switch name {
      case "data": extractor.traces(value, "") { _ in "scatter" }
      case "frames": extractor.frames(value, types)
      default: extractor.copy(value)
      }
    }
  }

  /// - Parameter fallback: The type of a trace, by its index, that names none.
  private mutating func traces(_ data: JSONView, _ path: String, _ fallback: (Int) -> String) {
    array(data) { extractor, index, trace in
      let type = trace["type"]?.string ?? fallback(index)
      guard let container = extractor.schema.container(ofTrace: type) else { return extractor.copy(trace) }
      extractor.attributes(trace, container, "\(path)data.\(index).")
    }
  }

  /// - Parameter types: those of the figure's traces; a trace of a frame is of the type of that which it updates.
  private mutating func frames(_ frames: JSONView, _ types: [String]) {
    array(frames) { extractor, index, frame in
      guard let members = frame.members else { return extractor.copy(frame) }
      let targets = frame["traces"]?.elements.map { $0.map { $0.int ?? -1 } }
      extractor.object(members) { extractor, name, value in
        guard name == "data" else { return extractor.copy(value) }
        extractor.traces(value, "frames.\(index).") { position in
          let target = targets.map { position < $0.count ? $0[position] : -1 } ?? position
          return types.indices.contains(target) ? types[target] : "scatter"
        }
      }
    }
  }

  private mutating func attributes(_ view: JSONView, _ container: ContainerID, _ path: String) {
    guard let members = view.members else { return copy(view) }
    let moved = Set(
      members.filter { $0.value.kind == .array && schema.hasReference($0.name, in: container) }.map { $0.name + "src" })
    let kept = members.filter { !moved.contains($0.name) }
    replacedReferences += members.count - kept.count
    var isFirst = true
    text.append(UInt8(ascii: "{"))
    for (name, value) in kept {
      if !isFirst { text.append(UInt8(ascii: ",")) }
      isFirst = false
      if moved.contains(name + "src") {
        key(name + "src")
        endText()
        pieces.append(.reference(addColumns(value, path + name)))
      } else {
        key(name)
        if let inner = schema.object(name, in: container), value.kind == .object {
          attributes(value, inner, path + name + ".")
        } else {
          copy(value)
        }
      }
    }
    text.append(UInt8(ascii: "}"))
  }

  // MARK: - Columns

  /// Adds an array's columns and returns their indices.
  private mutating func addColumns(_ array: JSONView, _ path: String) -> [Int] {
    let first = columns.count
    let tape = array.tape
    // Judged without a list of the elements, of which there may be millions.
    if tape.elements(array.index).allSatisfy({ tape.isPlainArray($0) }),
      tape.elements(array.index).dropFirst().contains(where: { _ in true })
    {
      for (index, row) in tape.elements(array.index).enumerated() {
        columns.append(GridColumn(name: "\(path).\(index)", JSONView(tape, row)))
      }
    } else {
      columns.append(GridColumn(name: path, array))
    }
    return Array(first..<columns.count)
  }

  // MARK: - Text

  private mutating func object(
    _ members: [(name: String, value: JSONView)], _ write: (inout ColumnExtractor, String, JSONView) -> Void
  ) {
    text.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      key(member.name)
      write(&self, member.name, member.value)
    }
    text.append(UInt8(ascii: "}"))
  }

  private mutating func array(_ view: JSONView, _ write: (inout ColumnExtractor, Int, JSONView) -> Void) {
    guard let elements = view.elements else { return copy(view) }
    text.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { text.append(UInt8(ascii: ",")) }
      write(&self, index, element)
    }
    text.append(UInt8(ascii: "]"))
  }

  private mutating func key(_ name: String) {
    text += JSONText.string(name).bytes
    text.append(UInt8(ascii: ":"))
  }

  private mutating func copy(_ view: JSONView) { view.tape.bytes.append(view.range, to: &text) }

  private mutating func endText() {
    if !text.isEmpty { pieces.append(.text(text)) }
    text = []
  }
}

extension JSONTape {
  /// Whether a value is an array without arrays and objects in it.
  fileprivate func isPlainArray(_ index: Int) -> Bool {
    kind(index) == .array && elements(index).allSatisfy { kind($0) != .array && kind($0) != .object }
  }
}
