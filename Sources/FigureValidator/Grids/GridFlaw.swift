package import Diagnostics
package import JSONCore

/// What is wrong with a grid: what its rules make words of. Ranges are 0-based bytes; rows and columns are counted from 0.
package enum GridFlaw: Sendable, Equatable {
  // G001, G002: shape.
  case noObject(ValueKind)
  case noColumns
  case wrongColumns(ValueKind)
  case wrongColumn(ValueKind)
  case noData
  case wrongData(ValueKind)
  case noOrder
  case wrongOrder(ValueKind)
  case noName
  // G003: uids.
  case noUID
  case noUIDs(columns: Int)
  case wrongUID(ValueKind)
  // G004 to G007: what must be unique.
  case emptyName
  case repeatedName(first: Int)
  case repeatedUID(first: Range<Int>)
  case repeatedOrder(first: Range<Int>)
  /// The order that should come next, and the one that does.
  case orderGap(expected: Int, found: Int)
  // G008, G009: cells.
  case nestedCell(ValueKind, row: Int, count: Int)
  case booleanCell(row: Int, count: Int)
  /// `data`: the column's array.
  case nonFiniteCells(count: Int, data: Range<Int>)
  // G010: lengths. How many of the columns have another length than most, and the two lengths.
  case raggedColumns(count: Int, of: Int, length: Int, usual: Int)
  // G011, G019 to G021: what a column holds. Boxed, since it is large.
  indirect case mixedCells(ColumnContent)
  indirect case numericTexts(ColumnContent)
  indirect case dateFormats(ColumnContent, first: DateFormat, other: DateFormat, count: Int)
  indirect case almostNumeric(ColumnContent)
  indirect case commaNumbers(ColumnContent)
  // G012, G023, G024: names.
  case nameWithSpace
  case nameWithControls
  case similarName(other: Range<Int>)
  case generatedName
  case equivalentName(other: Range<Int>)
  case invisibleCharacters
  // G013, G016: beside a figure.
  case orphanName
  case manyCells(count: Int, limit: Int)
  // G014: rows to be appended.
  case wrongRow(ValueKind)
  case rowLength(Int, expected: Int, isColumnCount: Bool)
  // G015, G017.
  case tooLarge(bytes: Int, limit: Int)
  case noColumnsAtAll
  case emptyColumn
  // G018: members of the document.
  case dataInRecord
  case refererWithoutSource
  case malformedFileID
  // G022.
  case constantColumn(rows: Int)
  case sameContent(other: Range<Int>)
  // U012.
  case bothShareFlags
  // M003.
  case metadataOfOther
}

/// What the cells of a column are, and where the first one is that is not like most.
package struct ColumnContent: Sendable, Equatable {
  package let counts: CellCounts
  /// What most of the cells are, and the cell at hand.
  package let usual: CellKind
  package let kind: CellKind
  /// The row of the cell at hand.
  package let row: Int

  package init(counts: CellCounts, usual: CellKind, kind: CellKind, row: Int) {
    self.counts = counts
    self.usual = usual
    self.kind = kind
    self.row = row
  }
}

extension GridFlaw {
  /// Whether the place is a key.
  var isKey: Bool {
    switch self {
    case .emptyName, .repeatedName, .nameWithSpace, .nameWithControls, .similarName, .generatedName, .equivalentName,
      .invisibleCharacters, .orphanName, .raggedColumns, .dataInRecord, .metadataOfOther, .constantColumn, .sameContent,
      .noData, .noOrder, .noUID, .noUIDs, .emptyColumn, .refererWithoutSource:
      true
    default: false
    }
  }
}

extension RuleID {
  package static let missingColumns = RuleID("G", 1)
  package static let badColumn = RuleID("G", 2)
  package static let missingUID = RuleID("G", 3)
  package static let duplicateColumnName = RuleID("G", 4)
  package static let duplicateColumnUID = RuleID("G", 5)
  package static let duplicateOrder = RuleID("G", 6)
  package static let orderGap = RuleID("G", 7)
  package static let nestedCell = RuleID("G", 8)
  package static let nonFiniteCell = RuleID("G", 9)
  package static let raggedColumns = RuleID("G", 10)
  package static let mixedColumn = RuleID("G", 11)
  package static let untidyColumnName = RuleID("G", 12)
  package static let orphanColumnName = RuleID("G", 13)
  package static let rowLength = RuleID("G", 14)
  package static let gridTooLarge = RuleID("G", 15)
  package static let tooManyCells = RuleID("G", 16)
  package static let emptyGrid = RuleID("G", 17)
  package static let badCreateField = RuleID("G", 18)
  package static let dateFormats = RuleID("G", 19)
  package static let almostNumeric = RuleID("G", 20)
  package static let decimalComma = RuleID("G", 21)
  package static let repeatedContent = RuleID("G", 22)
  package static let generatedName = RuleID("G", 23)
  package static let unicodeName = RuleID("G", 24)
}
