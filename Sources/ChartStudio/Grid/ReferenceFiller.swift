import JSONCore

/// Puts the columns that a figure refers to in the place of the references, in traces, those of frames included.
package struct ReferenceFiller {
  /// The columns by grid and uid.
  package private(set) var grids: [FileID: [String: JSONText]] = [:]

  package init() {}

  package mutating func add(_ columns: [ColumnRecord], of grid: FileID) {
    grids[grid] = Dictionary(columns.compactMap { column in column.cells.map { (column.uid, $0) } }) { _, last in last }
  }

  // MARK: - References

  /// The grids that a figure refers to where no array stands beside the reference, in the order of the text.
  package static func neededGrids(_ figure: JSONText) -> [FileID] {
    var grids: [FileID] = []
    var seen: Set<FileID> = []
    figure.withView { view in
      for trace in traces(view) {
        collect(trace) { reference, hasArray in
          if !hasArray, seen.insert(reference.grid).inserted { grids.append(reference.grid) }
        }
      }
    }
    return grids
  }

  private static func traces(_ figure: JSONView) -> [JSONView] {
    (figure["data"]?.elements ?? []) + (figure["frames"]?.elements ?? []).flatMap { $0["data"]?.elements ?? [] }
  }

  private static func collect(_ view: JSONView, _ found: (SourceReference, _ hasArray: Bool) -> Void) {
    for element in view.tape.elements(view.index) where view.tape.kind(element) == .object {
      collect(JSONView(view.tape, element), found)
    }
    guard let members = view.members else { return }
    let names = Set(members.map(\.name))
    for (name, value) in members {
      if let reference = reference(name, value) {
        found(reference, names.contains(String(name.dropLast(3))))
      } else if value.kind == .object || value.kind == .array {
        collect(value, found)
      }
    }
  }

  /// What a member refers to; nil for one that is no reference to a column of a grid.
  private static func reference(_ name: String, _ value: JSONView) -> SourceReference? {
    guard name.hasSuffix("src"), name != "src", let text = value.string else { return nil }
    return try? SourceReference(text)
  }

  // MARK: - Filling

  /// The figure with arrays in place of references. References whose columns are not known stay.
  ///
  /// `stream` is left out of traces: it holds private tokens.
  package func filled(_ figure: JSONText) -> (figure: JSONText, unresolved: [SourceReference]) {
    var text: [UInt8] = []
    var unresolved: [SourceReference] = []
    figure.withView { write($0, .figure, &text, &unresolved) }
    return (JSONText(trusted: text), unresolved)
  }

  /// Where in a figure a value is.
  private enum Place {
    case figure
    case traces
    case trace
    case frames
    case frame
    /// In a trace, below its attributes.
    case attribute

    func member(_ name: String) -> Place? {
      switch (self, name) {
      case (.figure, "data"), (.frame, "data"): .traces
      case (.figure, "frames"): .frames
      case (.trace, _), (.attribute, _): .attribute
      default: nil
      }
    }

    var element: Place? {
      switch self {
      case .traces: .trace
      case .frames: .frame
      case .attribute: .attribute
      case .figure, .trace, .frame: nil
      }
    }
  }

  private func write(_ view: JSONView, _ place: Place?, _ text: inout [UInt8], _ unresolved: inout [SourceReference]) {
    guard let place else { return view.tape.bytes.append(view.range, to: &text) }
    let tape = view.tape
    if let inner = place.element, tape.elements(view.index).contains(where: { tape.kind($0) == .object }) {
      text.append(UInt8(ascii: "["))
      for (index, element) in tape.elements(view.index).enumerated() {
        if index > 0 { text.append(UInt8(ascii: ",")) }
        write(JSONView(tape, element), inner, &text, &unresolved)
      }
      text.append(UInt8(ascii: "]"))
    } else if let members = view.members {
      writeObject(members, place, &text, &unresolved)
    } else {
      view.tape.bytes.append(view.range, to: &text)
    }
  }

  private func writeObject(
    _ members: [(name: String, value: JSONView)], _ place: Place, _ text: inout [UInt8],
    _ unresolved: inout [SourceReference]
  ) {
    let followsReferences = place == .trace || place == .attribute
    let names = Set(members.map(\.name))
    var isFirst = true
    text.append(UInt8(ascii: "{"))
    func key(_ name: String) {
      if !isFirst { text.append(UInt8(ascii: ",")) }
      isFirst = false
      text += JSONText.string(name).bytes
      text.append(UInt8(ascii: ":"))
    }
    for (name, value) in members {
      if place == .trace, name == "stream" { continue }
      if followsReferences, let reference = ReferenceFiller.reference(name, value) {
        let base = String(name.dropLast(3))
        // An array that stands there already came with the figure.
        if names.contains(base) { continue }
        if let array = array(reference) {
          key(base)
          text += array
          continue
        }
        unresolved.append(reference)
      }
      key(name)
      write(value, place.member(name), &text, &unresolved)
    }
    text.append(UInt8(ascii: "}"))
  }

  /// The array of a reference: a column, or of several the array of them.
  private func array(_ reference: SourceReference) -> [UInt8]? {
    guard let columns = grids[reference.grid] else { return nil }
    let found = reference.columns.compactMap { columns[$0]?.bytes }
    guard found.count == reference.columns.count else { return nil }
    return found.count == 1 ? found[0] : Array("[".utf8) + found.joined(separator: ",".utf8) + Array("]".utf8)
  }
}
