/// What a grid turned out to hold: its columns, and how its file is called and shared. What references of figures are compared with.
package struct GridContents: Sendable {
  package struct Column: Sendable {
    /// The text between the quotes of the name, and whether it has escapes; nil where there is none. 0-based bytes.
    package var name: Range<Int>?
    var hasEscapedName = false
    /// What stands for the column in reports: its key, or in a list the brace that opens it.
    package var place: Range<Int>
    /// The value of `order` where it is an integer from 0 on, and where it stands.
    var order: Int?
    var orderRange = 0..<0
    package internal(set) var uid = ""
    var uidRange = 0..<0
    /// How many cells it has; nil where there is no array `data`.
    package internal(set) var rows: Int?
    /// The array.
    package internal(set) var data = 0..<0
    /// Whether all cells that are no `null` are numbers, or all are strings.
    package internal(set) var isNumeric = false
    package internal(set) var isText = false

    /// What the text says of the column, right or wrong.
    var hasData = false
    var hasOrder = false
    var hasUID = false
    var hasWrongName = false
    /// It is no object.
    var isWrong = false

    init(place: Range<Int>) { self.place = place }
  }

  package internal(set) var columns: [Column] = []
  /// The `fid` of the file record, if the text is one.
  package internal(set) var fileID: String?
  /// Whether everybody may read the grid, and whether whoever has the key may; nil where it is not said.
  package internal(set) var isWorldReadable: Bool?
  package internal(set) var hasShareKey: Bool?

  package init() {}
}
