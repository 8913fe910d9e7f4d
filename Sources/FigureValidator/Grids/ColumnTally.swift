import Diagnostics
import JSONCore

/// What is counted of a column while its cells are passed. Of fixed size, whatever the column's.
struct ColumnTally {
  /// The first cell of a kind.
  struct Cell {
    let row: Int
    let range: Range<Int>
  }

  /// How some dates of the column are written, and the first of them.
  struct Dates {
    var format: DateFormat
    var count: Int
    let first: Cell
  }

  /// Cells passed so far.
  private(set) var rows = 0
  private(set) var counts = CellCounts()
  private var firsts: [Cell?] = Array(repeating: nil, count: CellKind.allCases.count)
  private(set) var dates: [Dates] = []
  /// What kind of value the first nested cell is.
  private(set) var nestedKind = ValueKind.array
  /// Whether a numeric text begins with a needless zero: then they are numbers of things, and no quantities.
  private(set) var hasLeadingZeros = false

  /// More ways to write a date than this are not told apart.
  private static let mostFormats = 16

  mutating func clear() {
    rows = 0
    counts.clear()
    for index in firsts.indices { firsts[index] = nil }
    dates.removeAll(keepingCapacity: true)
    hasLeadingZeros = false
  }

  func first(_ kind: CellKind) -> Cell? { firsts[kind.rawValue] }

  /// Counts a cell.
  @inline(__always) mutating func add(_ kind: CellKind, at range: Range<Int>) {
    if counts[kind] == 0 { firsts[kind.rawValue] = Cell(row: rows, range: range) }
    counts[kind] &+= 1
    rows &+= 1
  }

  /// Counts cells behind one of their kind.
  @inline(__always) mutating func add(_ kind: CellKind, more count: Int) {
    counts[kind] &+= count
    rows &+= count
  }

  mutating func addNested(_ kind: ValueKind, at range: Range<Int>) {
    if counts[.nested] == 0 { nestedKind = kind }
    add(.nested, at: range)
  }

  mutating func addNumericText(at range: Range<Int>, _ bytes: InputBytes) {
    let content = range.lowerBound &+ 1..<range.upperBound &- 1
    if content.count > 1, bytes[content.lowerBound] == 0x30, bytes[content.lowerBound &+ 1] &- 0x30 < 10 {
      hasLeadingZeros = true
    }
    add(.numericText, at: range)
  }

  mutating func addDate(_ format: DateFormat, at range: Range<Int>) {
    if let index = dates.firstIndex(where: { $0.format == format }) {
      dates[index].count &+= 1
    } else if dates.count < ColumnTally.mostFormats {
      dates.append(Dates(format: format, count: 1, first: Cell(row: rows, range: range)))
    }
    add(.date, at: range)
  }

  /// Counts dates behind one that is written like them.
  mutating func addDates(more count: Int, like format: DateFormat) {
    if let index = dates.firstIndex(where: { $0.format == format }) { dates[index].count &+= count }
    add(.date, more: count)
  }

  /// Whether the column holds so many words that it need not be known of every other text what it is.
  var isFreeText: Bool { counts[.word] >= 64 && counts[.word] &* 2 > rows }
}

// MARK: - Judgement

extension ColumnTally {
  /// What the column suffers from, and where. At most one of mixed cells, formats and the like: they are one mistake.
  func judge() -> (rule: RuleID, flaw: GridFlaw, range: Range<Int>)? {
    let numbers = counts[.number]
    let texts = counts[.numericText]
    let commas = counts[.commaNumber]
    let missing = counts[.missing]
    let words = counts[.word]
    let dateCount = counts[.date]
    let others = commas + missing + words + dateCount
    if dateCount > 0, numbers + texts + commas + words == 0 { return judgeDates() }
    if commas > 0, words + dateCount == 0 { return content(.decimalComma, as: .commaNumber) { .commaNumbers($0) } }
    if numbers + texts > 0, missing > 0, commas + words + dateCount == 0,
      (numbers + texts) * 20 >= (numbers + texts + missing) * 19,
      numbers == 0 || texts == 0
    {
      return content(.almostNumeric, as: .missing) { .almostNumeric($0) }
    }
    if numbers > 0 { return texts + others > 0 ? mixed() : nil }
    // Strings alone.
    if texts > 0, others == 0 {
      return hasLeadingZeros ? nil : content(.mixedColumn, as: .numericText) { .numericTexts($0) }
    }
    if texts > 0, texts * 20 >= (texts + others) * 19 { return hasLeadingZeros ? nil : mixed() }
    if dateCount > 0, dateCount * 2 >= dateCount + words + texts + commas { return mixed() }
    return nil
  }

  private func judgeDates() -> (rule: RuleID, flaw: GridFlaw, range: Range<Int>)? {
    guard var first = dates.first?.format, dates.count > 1 else { return nil }
    for other in dates.dropFirst() {
      guard first.agrees(with: other.format) else {
        let content = ColumnContent(counts: counts, usual: .date, kind: .date, row: other.first.row)
        let count = dates.reduce(0) { $0 + (first.agrees(with: $1.format) ? 0 : $1.count) }
        return (
          .dateFormats, .dateFormats(content, first: first, other: other.format, count: count), other.first.range
        )
      }
      if first.family == .ambiguous { first = other.format }
    }
    return nil
  }

  /// The first cell that is not of the kind that most are, of those kinds that do not go together.
  private func mixed() -> (rule: RuleID, flaw: GridFlaw, range: Range<Int>)? {
    let kinds: [CellKind] = [.number, .numericText, .commaNumber, .date, .word, .missing]
    var usual = CellKind.number
    for kind in kinds where counts[kind] > counts[usual] { usual = kind }
    var odd: CellKind?
    for kind in kinds where kind != usual && counts[kind] > 0 {
      if let known = odd, (first(known)?.row ?? 0) < (first(kind)?.row ?? 0) { continue }
      odd = kind
    }
    guard let odd, let cell = first(odd) else { return nil }
    let content = ColumnContent(counts: counts, usual: usual, kind: odd, row: cell.row)
    return (.mixedColumn, .mixedCells(content), cell.range)
  }

  private func content(
    _ rule: RuleID, as kind: CellKind, _ flaw: (ColumnContent) -> GridFlaw
  ) -> (rule: RuleID, flaw: GridFlaw, range: Range<Int>)? {
    guard let cell = first(kind) else { return nil }
    let usual: CellKind = counts[.number] >= counts[.numericText] ? .number : .numericText
    return (rule, flaw(ColumnContent(counts: counts, usual: usual, kind: kind, row: cell.row)), cell.range)
  }
}
