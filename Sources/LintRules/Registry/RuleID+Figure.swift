package import Diagnostics

/// The ids of rules that look at facts of a figure.
extension RuleID {
  package static let missingAxis = RuleID("R", 1)
  package static let refTarget = RuleID("R", 4)
  package static let missingSubplot = RuleID("R", 6)
  package static let groupConflict = RuleID("R", 8)
  package static let carpetLink = RuleID("R", 9)

  package static let lengthMismatch = RuleID("D", 1)
  package static let styleArrayLength = RuleID("D", 2)
  package static let allInvisible = RuleID("D", 4)
  package static let raggedMatrix = RuleID("D", 6)
  package static let matrixAxes = RuleID("D", 7)
  package static let indexRange = RuleID("D", 8)
  package static let sankeyNegative = RuleID("D", 9)
  package static let hierarchy = RuleID("D", 10)
  package static let logNonpositive = RuleID("D", 11)
  package static let nanInTypedArray = RuleID("D", 12)
  package static let ohlcOrder = RuleID("D", 13)
  package static let duplicateUid = RuleID("D", 14)
  package static let numericStrings = RuleID("D", 20)
  package static let mixedTypes = RuleID("D", 21)
  package static let ambiguousDate = RuleID("D", 22)
  package static let unsortedLine = RuleID("D", 23)

  package static let menuArgs = RuleID("I", 1)
  package static let traceIndex = RuleID("I", 2)
  package static let missingFrame = RuleID("I", 3)
  package static let frameNames = RuleID("I", 4)
  package static let frameTraces = RuleID("I", 5)
  package static let redraw = RuleID("I", 6)
  package static let templateVariable = RuleID("I", 7)

  package static let colorbarOverlap = RuleID("L", 4)
  package static let axisOverlap = RuleID("L", 5)
  package static let tickArrays = RuleID("L", 7)

  package static let useTypedArray = RuleID("P", 1)
  package static let excessPrecision = RuleID("P", 2)
  package static let inlineTemplate = RuleID("P", 3)
  package static let tooManySvgPoints = RuleID("P", 4)
  package static let duplicatedData = RuleID("P", 5)
  package static let fileTooLarge = RuleID("P", 6)

  package static let missingTitle = RuleID("A", 1)
  package static let missingAxisTitle = RuleID("A", 2)
  package static let lowContrast = RuleID("A", 3)
  package static let colourOnly = RuleID("A", 4)
  package static let missingLegend = RuleID("A", 5)

  package static let changedDefault = RuleID("V", 9)
}
