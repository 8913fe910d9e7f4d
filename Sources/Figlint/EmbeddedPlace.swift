/// Where a figure is in an input that holds several. 0-based.
struct EmbeddedPlace {
  /// Of a notebook: the cell, and the output in it.
  var cell: Int?
  var output: Int?
  /// Of a page or of lines: the number of the figure.
  var figure: Int?
}
