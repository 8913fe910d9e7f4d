import Diagnostics
import JSONCore

/// Cells: counted by kind, in one pass, with the scanner's runs where there are many of a kind.
extension GridWalker {
  /// Passes an array of cells and counts what is in it. O(length).
  mutating func walkCells() throws(ScanError) {
    try scanner.openArray()
    var isFirst = true
    let issues = scanner.issues.count
    while try scanner.nextElement(&isFirst) {
      switch scanner.peek() {
      case UInt8(ascii: "\""): try walkTexts()
      case UInt8(ascii: "-"), 0x30...0x39: try walkNumbers()
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        let cell = try passValue()
        tally.addNested(cell.kind, at: cell.range)
      default:
        let start = scanner.position
        let kind = try scanner.scanLiteral()
        tally.add(CellKind(literal: kind), at: start..<scanner.position)
      }
    }
    guard rules.contains(.nonFiniteCell), tally.counts[.nested] == 0 else { return }
    for index in issues..<scanner.issues.count where scanner.issues[index].kind == .nonFiniteToken {
      convertedIssues.append(index)
    }
  }

  private mutating func walkNumbers() throws(ScanError) {
    let start = scanner.position
    let number = try scanner.scanNumber()
    tally.add(number.kind == .number ? .number : .nonFinite, at: start..<scanner.position)
    var run = ArraySurvey()
    try scanner.surveyNumbers(into: &run)
    // Where the first number stands behind `-Infinity`, the end of the run has to do for its place.
    var numbers = run.numericCount
    if tally.counts[.number] == 0, numbers > 0 {
      tally.add(.number, at: scanner.position..<scanner.position)
      numbers -= 1
    }
    tally.add(.number, more: numbers)
    tally.add(.nonFinite, more: run.count - run.numericCount)
  }

  private mutating func walkTexts() throws(ScanError) {
    guard !tally.isFreeText else {
      _ = try scanner.scanString()
      tally.add(.word, more: 1 + (try scanner.passTexts()))
      return
    }
    let string = try scanner.scanString()
    let text = CellText(scanner.bytes, string.content)
    guard !string.hasEscapes else { return tally.add(.word, at: string.range) }
    switch text.kind {
    case .date:
      guard let format = text.format else { return }
      tally.addDate(format, at: string.range)
      if format.isToldByShape { tally.addDates(more: scanner.passStrings(shapedLike: string), like: format) }
    case .numericText:
      tally.addNumericText(at: string.range, scanner.bytes)
      tally.add(.numericText, more: scanner.passStrings(shapedLike: string))
    default: tally.add(text.kind, at: string.range)
    }
  }

  /// Reports what is wrong with the cells that were counted last.
  ///
  /// - Parameter data: the array that they are in.
  mutating func reportCells(_ data: Range<Int>) {
    if let cell = tally.first(.nested) {
      let flaw = GridFlaw.nestedCell(tally.nestedKind, row: cell.row, count: tally.counts[.nested])
      report(.nestedCell, flaw, at: cell.range)
    }
    if let cell = tally.first(.boolean) {
      report(.nestedCell, .booleanCell(row: cell.row, count: tally.counts[.boolean]), at: cell.range)
    }
    if tally.counts[.nonFinite] > 0, tally.counts[.nested] == 0 {
      let place = nonFiniteToken(in: data) ?? data
      report(.nonFiniteCell, .nonFiniteCells(count: tally.counts[.nonFinite], data: data), at: place)
    }
  }

  /// Reports whether the cells that were counted last go together.
  mutating func reportMixture() {
    if let (rule, flaw, range) = tally.judge() { report(rule, flaw, at: range) }
  }

  /// The first `NaN` or `Infinity` in an array that was passed.
  private func nonFiniteToken(in data: Range<Int>) -> Range<Int>? {
    let issues = scanner.issues
    var low = 0
    var high = issues.count
    while low < high {
      let middle = (low + high) / 2
      if issues[middle].range.lowerBound < data.lowerBound { low = middle + 1 } else { high = middle }
    }
    return issues[low...].first { $0.kind == .nonFiniteToken }?.range
  }
}

extension CellKind {
  fileprivate init(literal kind: ValueKind) {
    switch kind {
    case .null: self = .null
    case .true, .false: self = .boolean
    default: self = .nonFinite
    }
  }
}
