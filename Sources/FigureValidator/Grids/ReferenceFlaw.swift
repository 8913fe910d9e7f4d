package import Diagnostics

/// What is wrong with a reference from a figure to a column of a grid. Ranges are 0-based bytes.
package enum ReferenceFlaw: Sendable, Equatable {
  // U001, U002: how it is written.
  case noText
  case malformed(FileIDText.Fault)
  case columnName
  // U003
  case severalColumns(Int)
  case oneColumn
  // U004: an array that the service refuses; its length.
  case rawArray(count: Int)
  // U005: the array beside.
  case besideArray(Range<Int>)
  // U006, U011: in the grids that were given.
  case unknownUID(String, nearest: String?)
  case unknownGrid(String)
  case length(Int, other: String, otherLength: Int)
  case textForNumbers
  // U008, U012
  case severalOwners(String, first: String)
  case privateGrid(String, publicGrid: String)
  // U009
  case streamToken
  // G013, G016
  case orphanColumns(Int, first: String, grid: String, traces: Int)
  case manyCells(count: Int, limit: Int)
}

extension RuleID {
  package static let malformedReference = RuleID("U", 1)
  package static let localReference = RuleID("U", 2)
  package static let referenceCount = RuleID("U", 3)
  package static let rawArray = RuleID("U", 4)
  package static let arrayAndReference = RuleID("U", 5)
  package static let unknownUID = RuleID("U", 6)
  package static let severalOwners = RuleID("U", 8)
  package static let streamToken = RuleID("U", 9)
  package static let unresolvedReference = RuleID("U", 11)
  package static let gridVisibility = RuleID("U", 12)
}
