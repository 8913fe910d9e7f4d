/// The part of a line that a code frame shows around a place of the input.
///
/// Finding it reads at most a few hundred bytes around the place, however long the line is.
package struct LineWindow: Equatable, Sendable {
  /// The bytes (0-based) of the window, without the line's end.
  package let range: Range<Int>
  /// The bytes to underline, within ``range``; empty for a place between characters.
  package let mark: Range<Int>
  /// Whether the line goes on before and behind the window.
  package let isCutBefore: Bool
  package let isCutBehind: Bool
  /// Whether all of ``range`` is known to be printable ASCII: then bytes are scalars.
  package let isPlain: Bool

  /// The scalars that a window has at most. Bytes that are no UTF-8 count one each.
  package static let width = 100
  /// The scalars before the mark that a window keeps when the line is too long for it.
  private static let leadingContext = 30

  /// The window of the line that `range` begins on. What `range` covers of later lines is left out.
  package init(of bytes: InputBytes, around range: Range<Int>) {
    if let plain = LineWindow(plain: bytes, around: range) {
      self = plain
    } else {
      self.init(any: bytes, around: range)
    }
  }

  /// The window where all around is printable ASCII; nil where something else is, even if the window might end before it.
  init?(plain bytes: InputBytes, around range: Range<Int>) {
    let text = UTF8Steps(bytes)
    let anchor = range.lowerBound
    let furthest = min(anchor + Self.width, bytes.count)
    guard anchor >= 0, anchor < bytes.count else { return nil }
    let lineEnd = PrintableASCII.end(bytes, anchor..<furthest)
    guard lineEnd > anchor, lineEnd == furthest || text.isLineEnd(lineEnd) else { return nil }
    let roomBefore = max(Self.leadingContext, Self.width - (lineEnd - anchor))
    let earliest = max(anchor - roomBefore, 0)
    let start = PrintableASCII.start(bytes, earliest..<anchor)
    guard start == earliest || text.isLineStart(start) else { return nil }
    let end = min(lineEnd, start + Self.width)
    self.range = start..<end
    isCutBefore = !text.isLineStart(start)
    isCutBehind = !text.isLineEnd(end)
    mark = anchor..<min(end, max(range.upperBound, anchor))
    isPlain = true
  }

  /// The window in whatever text.
  init(any bytes: InputBytes, around range: Range<Int>) {
    let text = UTF8Steps(bytes)
    let anchor = text.lineText(at: text.snappedDown(range.lowerBound))
    // Either side may need the whole width, since the other may be short.
    let before = text.walkBack(from: anchor, by: Self.width)
    let behind = text.walkForward(from: anchor, by: Self.width)
    let roomBefore = max(Self.leadingContext, Self.width - behind.steps)
    let start = text.walkBack(from: anchor, by: min(before.steps, roomBefore))
    let end = text.walkForward(from: anchor, by: Self.width - start.steps)
    self.range = start.offset..<end.offset
    isCutBefore = !text.isLineStart(start.offset)
    isCutBehind = !text.isLineEnd(end.offset)
    mark = anchor..<min(end.offset, text.snappedUp(max(range.upperBound, anchor)))
    isPlain = false
  }
}

/// Steps over the scalars of a text that may hold anything: a step is a scalar, or one byte that is
/// part of none.
private struct UTF8Steps {
  let bytes: InputBytes

  init(_ bytes: InputBytes) { self.bytes = bytes }

  func isLineStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n") }

  /// Whether a line's text ends at `offset`: there is LF, CR LF or the end.
  func isLineEnd(_ offset: Int) -> Bool {
    offset >= bytes.count || bytes[offset] == UInt8(ascii: "\n")
      || (bytes[offset] == UInt8(ascii: "\r") && bytes[offset + 1] == UInt8(ascii: "\n"))
  }

  /// `offset`, or the CR before it when it is the LF of CR LF.
  func lineText(at offset: Int) -> Int {
    offset > 0 && bytes[offset] == UInt8(ascii: "\n") && bytes[offset - 1] == UInt8(ascii: "\r") ? offset - 1 : offset
  }

  /// The start of the step that holds `offset`, which is cut to the text.
  func snappedDown(_ offset: Int) -> Int {
    let offset = min(max(offset, 0), bytes.count)
    // Nothing but ASCII begins or ends in the middle of what is no ASCII.
    if bytes[offset] < 0x80 { return offset }
    let before = stride(from: offset - 1, through: max(offset - 3, 0), by: -1)
    return before.first { stepEnd($0) > offset } ?? offset
  }

  /// The first step's start at or behind `offset`.
  func snappedUp(_ offset: Int) -> Int {
    let start = snappedDown(offset)
    return start < min(offset, bytes.count) ? stepEnd(start) : start
  }

  func walkForward(from offset: Int, by limit: Int) -> (offset: Int, steps: Int) {
    var (offset, steps) = (offset, 0)
    while steps < limit, !isLineEnd(offset) {
      offset = stepEnd(offset)
      steps += 1
    }
    return (offset, steps)
  }

  func walkBack(from offset: Int, by limit: Int) -> (offset: Int, steps: Int) {
    var (offset, steps) = (offset, 0)
    while steps < limit, !isLineStart(offset) {
      offset = snappedDown(offset - 1)
      steps += 1
    }
    return (offset, steps)
  }

  /// The end of the step that begins at `offset`.
  private func stepEnd(_ offset: Int) -> Int { offset + UTF8Text.scalarLength(bytes, offset, bytes.count) }
}
