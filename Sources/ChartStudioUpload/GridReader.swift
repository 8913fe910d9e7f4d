import ChartStudio
import JSONCore

/// Reads the documents that describe a grid.
enum GridReader {
  /// The columns in their order.
  static func columns(_ document: JSONView) throws(MalformedValue) -> [GridColumn] {
    guard let cols = document["cols"] ?? document["data"]?["cols"] else {
      if let text = document["data"]?.string, let inner = try? JSONText(parsing: text) {
        return try inner.withView { view throws(MalformedValue) in try columns(view) }
      }
      throw MalformedValue(
        "the document has no 'cols'", help: "a grid is {\"cols\": {\"name\": {\"data\": [1, 2], \"order\": 0}}}")
    }
    var found: [(order: Int, column: GridColumn)] = []
    var names: Set<String> = []
    for (index, (name, value)) in try named(cols).enumerated() {
      guard !name.isEmpty else { throw MalformedValue("a column has no name") }
      guard names.insert(name).inserted else { throw MalformedValue("two columns are called '\(name)'") }
      guard let data = value["data"], data.kind == .array else {
        throw MalformedValue("column '\(name)' has no array 'data'")
      }
      found.append((value["order"]?.int ?? index, GridColumn(name: name, data)))
    }
    guard !found.isEmpty else { throw MalformedValue("the grid has no columns") }
    return found.enumerated().inOrder { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }.map(
      \.element.column)
  }

  /// The columns by their names, also where a name comes twice.
  private static func named(_ cols: JSONView) throws(MalformedValue) -> [(String, JSONView)] {
    if let elements = cols.elements {
      return elements.map { ($0["name"]?.string ?? "", $0) }
    }
    guard cols.kind == .object else { throw MalformedValue("'cols' is neither an object nor an array") }
    // Not `members`, which would hide the first of two columns with the same name.
    return cols.tape.keys(cols.index).map { (cols.tape.string($0), JSONView(cols.tape, $0 + 1)) }
  }
}
