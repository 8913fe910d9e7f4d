import Diagnostics
import JSONCore

/// The line of a finding as a terminal shows it, and where the carets go below it.
struct CodeFrame {
  /// The part of the excerpt that is shown, with escapes.
  let text: Substring
  /// Whether the line goes on before and behind ``text``: a `…` says so.
  let isCutBefore: Bool
  let isCutBehind: Bool
  /// The columns before the first caret, and those with one: one at least.
  let indentation: Int
  let carets: Int

  /// A tab as blanks, since what a terminal makes of it depends on what stands before it.
  private static let tab = "    "

  /// One scalar of the excerpt.
  private struct Cell {
    let scalar: Unicode.Scalar
    let columns: Int
    /// What the cell takes of the width: columns or characters, whichever are more, so that both are bounded.
    let cost: Int

    init(_ scalar: Unicode.Scalar) {
      self.scalar = scalar
      if 0x20..<0x7F ~= scalar.value {
        columns = 1
        cost = 1
      } else if let replacement = Cell.replacement(scalar) {
        // Blanks, or an escape.
        columns = replacement.utf8.count
        cost = columns
      } else {
        columns = DisplayWidth.columns(scalar)
        cost = max(columns, 1)
      }
    }

    func append(to text: inout [UInt8]) {
      if let replacement = Cell.replacement(scalar) {
        text.append(contentsOf: replacement.utf8)
      } else if scalar.isASCII {
        text.append(UInt8(ascii: scalar))
      } else {
        text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }

    /// The ASCII text that is shown for `scalar`; nil where it is shown itself.
    private static func replacement(_ scalar: Unicode.Scalar) -> String? {
      0x20..<0x7F ~= scalar.value ? nil : scalar == "\t" ? CodeFrame.tab : TextEscaping.escape(scalar)
    }
  }

  /// Shows `excerpt`, or the part of it around the mark that fits into `width` columns beside the `…`.
  init(_ excerpt: Excerpt, width: Int) {
    if PrintableASCII.holds(excerpt.text) { self.init(plain: excerpt, width) } else { self.init(any: excerpt, width) }
  }

  /// Where each byte of the excerpt is a character of one column.
  init(plain excerpt: Excerpt, _ width: Int) {
    let bytes = excerpt.text.utf8
    let first = max(0, excerpt.mark.lowerBound - width)
    let count = min(max(bytes.count - first, 0), 2 * width)
    let mark = (excerpt.mark.lowerBound - first..<excerpt.mark.upperBound - first).clamped(to: 0..<count)

    let roomBefore = max(width / 3, width - (count - mark.lowerBound))
    let start = max(mark.lowerBound - roomBefore, 0)
    let end = min(count, start + width)

    isCutBefore = excerpt.isCutBefore || first + start > 0
    isCutBehind = excerpt.isCutBehind || first + end < bytes.count
    let from = bytes.index(bytes.startIndex, offsetBy: min(first + start, bytes.count))
    text = excerpt.text[from..<bytes.index(from, offsetBy: end - start)]
    indentation = mark.lowerBound - start + (isCutBefore ? 1 : 0)
    carets = max(1, mark.clamped(to: start..<end).count)
  }

  /// In whatever text.
  init(any excerpt: Excerpt, _ width: Int) {
    // A scalar takes a column at least, but for marks: what is further away cannot be shown.
    let first = max(0, excerpt.mark.lowerBound - width)
    var cells: [Cell] = []
    cells.reserveCapacity(2 * width)
    var count = 0
    for scalar in excerpt.text.unicodeScalars {
      if count >= first, cells.count < 2 * width { cells.append(Cell(scalar)) }
      count += 1
    }
    let mark = (excerpt.mark.lowerBound - first..<excerpt.mark.upperBound - first).clamped(to: 0..<cells.count)

    let behind = cells[mark.lowerBound...].reduce(0) { $0 + $1.cost }
    let roomBefore = max(width / 3, width - behind)
    var (start, end, used) = (mark.lowerBound, mark.lowerBound, 0)
    while start > 0, used + cells[start - 1].cost <= roomBefore {
      start -= 1
      used += cells[start].cost
    }
    while end < cells.count, used + cells[end].cost <= width {
      used += cells[end].cost
      end += 1
    }

    isCutBefore = excerpt.isCutBefore || first + start > 0
    isCutBehind = excerpt.isCutBehind || first + end < count
    var shown: [UInt8] = []
    for cell in cells[start..<end] { cell.append(to: &shown) }
    text = String(decoding: shown, as: UTF8.self)[...]
    indentation = cells[start..<mark.lowerBound].reduce(isCutBefore ? 1 : 0) { $0 + $1.columns }
    carets = max(1, cells[mark.clamped(to: start..<end)].reduce(0) { $0 + $1.columns })
  }

  /// Whether there is nothing to show.
  var isEmpty: Bool { text.isEmpty && !isCutBefore && !isCutBehind }
}

extension StyledText {
  /// Appends what is shown of the line.
  mutating func append(_ frame: CodeFrame) {
    if frame.isCutBefore { append("…") }
    append(frame.text)
    if frame.isCutBehind { append("…") }
  }
}
