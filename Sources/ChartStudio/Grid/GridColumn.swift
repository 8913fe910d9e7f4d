import JSONCore

/// A column that goes into a grid.
package struct GridColumn: Sendable {
  package let name: String
  /// The cells, a JSON array: the text of the figure, byte for byte.
  package let cells: JSONText
  package let count: Int
  /// Where they stand in the text that they come from. 0-based bytes.
  package let range: Range<Int>

  /// - Parameter array: an array.
  package init(name: String, _ array: JSONView) {
    self.name = name
    cells = array.text
    range = array.range
    count = array.tape.elements(array.index).reduce(0) { count, _ in count + 1 }
  }
}

/// Columns as the service takes them.
package enum GridText {
  /// `{"cols": {name: {"data": …, "order": …}}}`: how a grid is made.
  package static func document(_ columns: [GridColumn]) -> JSONText {
    var json = JSONWriter()
    json.object { json in
      json.key("cols")
      json.object { json in
        for (order, column) in columns.enumerated() {
          json.key(column.name)
          json.object { json in
            json.key("data")
            json.raw(column.cells.bytes)
            json.member("order", order)
          }
        }
      }
    }
    return JSONText(trusted: json.finish())
  }

  /// `[{"name": …, "data": …, "order": …}]`: how columns of a grid are made and replaced.
  package static func list(_ columns: [(order: Int, column: GridColumn)]) -> JSONText {
    var json = JSONWriter()
    json.array { json in
      for (order, column) in columns {
        json.object { json in
          json.key("data")
          json.raw(column.cells.bytes)
          json.member("name", column.name)
          json.member("order", order)
        }
      }
    }
    return JSONText(trusted: json.finish())
  }
}
