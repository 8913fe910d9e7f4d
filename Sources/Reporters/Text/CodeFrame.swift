import Diagnostics
import JSONCore

/// The line of a finding as a terminal shows it, and where the carets go below it.
struct CodeFrame {
  /// The excerpt with escapes, and with `…` where it is cut.
  let source: String
  /// The columns before the first caret, and those with one: one at least.
  let indentation: Int
  let carets: Int

  /// A tab as blanks, since what a terminal makes of it depends on what stands before it.
  private static let tab = "    "

  /// One scalar of the excerpt.
  private struct Cell {
    let text: String
    let columns: Int
    /// What the cell takes of the width: columns or characters, whichever are more, so that both are bounded.
    let cost: Int

    init(_ scalar: Unicode.Scalar) {
      text = scalar == "\t" ? CodeFrame.tab : TextEscaping.escape(scalar) ?? String(scalar)
      columns = DisplayWidth.columns(text)
      cost = max(columns, text.unicodeScalars.count)
    }
  }

  /// Shows `excerpt`, or the part of it around the mark that fits into `width` columns beside the `…`.
  init(_ excerpt: Excerpt, width: Int) {
    let scalars = excerpt.text.unicodeScalars
    // A scalar takes a column at least, but for marks: what is further away cannot be shown.
    let first = max(0, excerpt.mark.lowerBound - width)
    let cells = scalars.dropFirst(first).prefix(2 * width).map { Cell($0) }
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

    let isCutBefore = excerpt.isCutBefore || first + start > 0
    let isCutBehind = excerpt.isCutBehind || end < cells.count || !scalars.dropFirst(first + cells.count).isEmpty
    source = (isCutBefore ? "…" : "") + cells[start..<end].map(\.text).joined() + (isCutBehind ? "…" : "")
    indentation = cells[start..<mark.lowerBound].reduce(isCutBefore ? 1 : 0) { $0 + $1.columns }
    carets = max(1, cells[mark.clamped(to: start..<end)].reduce(0) { $0 + $1.columns })
  }
}
